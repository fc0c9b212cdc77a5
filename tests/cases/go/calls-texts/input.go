package texts

import (
	"context"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type kind int

const (
	small kind = iota
	large
)

var buckets = map[kind]string{small: "small-things", large: "large-things"}

func put(c *s3.Client, bucket, key string) {
	c.PutObject(context.TODO(), &s3.PutObjectInput{Bucket: &bucket, Key: &key})
}

func run(c *s3.Client, k kind, name string) {
	put(c, buckets[k], strings.Trim("/in/", "/")+"/"+strings.Trim(name, "/"))
	put(c, strings.ReplaceAll("my_bucket", "_", "-"), strings.ReplaceAll("a b/"+name, " ", "-"))
	put(c, strings.Split("first,second", ",")[1], strings.TrimRight("x/y//", "/"))
	put(c, path.Base("/mnt/data/base"), path.Base("/mnt/"+name))
	put(c, fmt.Sprint("number-", 5), strconv.Itoa(17))
	put(c, fmt.Sprint("printed"), strings.TrimLeft("00017", "0"))
}

func lists(c *s3.Client, names []string) {
	var parts []string
	full := make([]string, 2)
	for i := range names {
		parts = append(parts, "part")
		full[i] = "fixed"
	}
	put(c, "joined", strings.Join(parts, "/"))
	for _, f := range full {
		put(c, "each", f)
	}
	in := &s3.HeadObjectInput{}
	in.Bucket = &full[0]
	c.HeadObject(context.TODO(), &s3.HeadObjectInput{Bucket: in.Bucket})
}
