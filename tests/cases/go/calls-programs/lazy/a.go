package main

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/appconfigdata"
	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/ssoadmin"
)

type lazy[T any] struct {
	p atomic.Pointer[T]
	f func() (*T, error)
}

func (l *lazy[T]) get() (*T, error) {
	if v := l.p.Load(); v != nil {
		return v, nil
	}
	v, err := l.f()
	if err != nil {
		return nil, err
	}
	l.p.Store(v)
	return v, nil
}

type app struct {
	org lazy[organizations.Client]
	sso *lazy[ssoadmin.Client]
	cfg aws.Config
}

func newApp(cfg aws.Config) *app {
	a := &app{cfg: cfg}
	a.org.f = func() (*organizations.Client, error) { return organizations.NewFromConfig(cfg), nil }
	a.sso = &lazy[ssoadmin.Client]{f: func() (*ssoadmin.Client, error) { return ssoadmin.NewFromConfig(cfg), nil }}
	return a
}

func (a *app) run(ctx context.Context) error {
	o, err := a.org.get()
	if err != nil {
		return err
	}
	for p := organizations.NewListAccountsPaginator(o, nil); p.HasMorePages(); {
		pg, err := p.NextPage(ctx)
		if err != nil {
			return err
		}
		fmt.Println(len(pg.Accounts))
	}
	s, err := a.sso.get()
	if err != nil {
		return err
	}
	if _, err := s.ListInstances(ctx, &ssoadmin.ListInstancesInput{}); err != nil {
		return err
	}
	d := appconfigdata.NewFromConfig(a.cfg)
	t, err := d.StartConfigurationSession(ctx, &appconfigdata.StartConfigurationSessionInput{ApplicationIdentifier: aws.String("web"), EnvironmentIdentifier: aws.String("prod"), ConfigurationProfileIdentifier: aws.String("flags")})
	if err != nil {
		return err
	}
	_, err = d.GetLatestConfiguration(ctx, &appconfigdata.GetLatestConfigurationInput{ConfigurationToken: t.InitialConfigurationToken})
	return err
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	fmt.Println(newApp(cfg).run(context.Background()))
}
