package main

import (
	"context"
	"net/http"
	"path/filepath"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
)

type API struct {
	s3       *s3.Client
	uploader *manager.Uploader
	presign  *s3.PresignClient
	bucket   string
}

func NewAPI(cfg aws.Config) *API {
	a := &API{bucket: "user-media"}
	a.s3 = s3.NewFromConfig(cfg)
	a.uploader = manager.NewUploader(a.s3)
	a.presign = s3.NewPresignClient(a.s3)
	return a
}

func (a *API) Routes(r *gin.Engine) {
	g := r.Group("/media", func(c *gin.Context) { c.Next() })
	g.POST("", a.upload)
	g.GET("/:id", a.link)
	g.DELETE("/:id", a.remove)
}

func (a *API) upload(c *gin.Context) {
	fh, err := c.FormFile("file")
	if err != nil {
		c.AbortWithError(http.StatusBadRequest, err)
		return
	}
	f, err := fh.Open()
	if err != nil {
		c.Status(500)
		return
	}
	defer f.Close()
	key := "users/" + c.GetString("user") + "/" + uuid.NewString() + filepath.Ext(fh.Filename)
	if _, err := a.uploader.Upload(c.Request.Context(), &s3.PutObjectInput{
		Bucket: &a.bucket, Key: &key, Body: f, Metadata: map[string]string{"n": fh.Filename},
		Tagging: aws.String("src=web"),
	}); err != nil {
		c.JSON(500, gin.H{"error": err.Error()})
		return
	}
	c.JSON(201, gin.H{"key": key})
}

func (a *API) link(c *gin.Context) {
	req, err := a.presign.PresignGetObject(c, &s3.GetObjectInput{Bucket: aws.String(a.bucket), Key: aws.String("users/" + c.Param("id"))},
		s3.WithPresignExpires(5*time.Minute))
	if err == nil {
		c.Redirect(302, req.URL)
	}
}

func (a *API) remove(c *gin.Context) {
	var in s3.DeleteObjectInput
	in.Bucket = &a.bucket
	in.Key = aws.String(c.Param("id"))
	if v, ok := c.GetQuery("version"); ok {
		in.VersionId = &v
	}
	a.s3.DeleteObject(c, &in)
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.TODO())
	if err != nil {
		panic(err)
	}
	r := gin.Default()
	NewAPI(cfg).Routes(r)
	r.Run()
}
