// Copyright: import "nothing"
package main

import "fmt"
import str "strings"
import . "os"
import _ "embed"
import (
	"context"; "io"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb"
	_ `net/http/pprof`
	. "math"
)

import ()

func main() {
	fmt.Println(s3.New, "import \"no\"")
}
