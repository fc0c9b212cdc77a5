package backup

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

type API interface {
	manager.UploadAPIClient
	manager.DownloadAPIClient
	s3.HeadBucketAPIClient
	s3.ListObjectsV2APIClient
	DeleteObjects(context.Context, *s3.DeleteObjectsInput, ...func(*s3.Options)) (*s3.DeleteObjectsOutput, error)
}

type Backup struct {
	API
	Bucket string
}

func (b Backup) Ensure(ctx context.Context) error {
	w := s3.NewBucketExistsWaiter(b, func(o *s3.BucketExistsWaiterOptions) { o.MinDelay = time.Second })
	return w.Wait(ctx, &s3.HeadBucketInput{Bucket: &b.Bucket}, time.Minute)
}

func (b Backup) Upload(ctx context.Context, key string, r io.Reader) (string, error) {
	up := manager.NewUploader(b.API, func(u *manager.Uploader) { u.PartSize = 64 << 20 })
	o, err := up.Upload(ctx, &s3.PutObjectInput{Bucket: aws.String(b.Bucket), Key: aws.String("backups/" + key), Body: r,
		ServerSideEncryption: types.ServerSideEncryptionAwsKms, SSEKMSKeyId: aws.String("arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555")})
	var ae smithy.APIError
	if errors.As(err, &ae) && ae.ErrorCode() == "NoSuchBucket" {
		return "", io.EOF
	}
	return o.Location, err
}

func (b Backup) Prune(ctx context.Context, before time.Time) error {
	pag := s3.NewListObjectsV2Paginator(b.API, &s3.ListObjectsV2Input{Bucket: &b.Bucket, Prefix: aws.String("backups/")})
	var ids []types.ObjectIdentifier
	for pag.HasMorePages() {
		pg, err := pag.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, o := range pg.Contents {
			if o.LastModified.Before(before) {
				ids = append(ids, types.ObjectIdentifier{Key: o.Key})
			}
		}
	}
	_, err := b.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: &b.Bucket, Delete: &types.Delete{Objects: ids}})
	return err
}

func New(c *s3.Client) *Backup { return &Backup{API: c, Bucket: "vault"} }
