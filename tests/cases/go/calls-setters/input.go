package a

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/eventbridge"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

func f(c *s3.S3, tag bool) {
	c.PutObject((&s3.PutObjectInput{}).SetBucket("chained").SetKey("k"))
	in := new(s3.GetObjectInput).SetBucket("new")
	in.SetKey("later")
	if tag {
		in.SetVersionId("v")
	}
	c.GetObject(in)
	c.DeleteObject(new(s3.DeleteObjectInput).SetBucket("d").SetKey(*aws.String("x")))
}
func g(d *s3manager.BatchDelete, down *s3manager.Downloader, it s3manager.BatchDeleteIterator) {
	objects := []s3manager.BatchDeleteObject{}
	objects = append(objects, s3manager.BatchDeleteObject{Object: &s3.DeleteObjectInput{Key: aws.String("a"), Bucket: aws.String("b1")}})
	d.Delete(nil, &s3manager.DeleteObjectsIterator{Objects: objects})
	d.Delete(nil, it)
	down.DownloadWithIterator(nil, &s3manager.DownloadObjectsIterator{Objects: []s3manager.BatchDownloadObject{{Object: &s3.GetObjectInput{Bucket: aws.String("dl"), Key: aws.String("x")}}}})
}

func h(c *eventbridge.EventBridge, d *s3manager.BatchDelete, api *s3.S3) {
	entry := &eventbridge.PutEventsRequestEntry{}
	entry.SetEventBusName("app").SetSource("x")
	c.PutEvents(&eventbridge.PutEventsInput{Entries: []*eventbridge.PutEventsRequestEntry{entry}})
	d.Delete(nil, s3manager.NewDeleteListIterator(api, &s3.ListObjectsInput{Bucket: aws.String("emptied")}))
}
