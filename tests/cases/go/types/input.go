package p

type (
	ID     string
	Alias  = s3.Client
	Names  []string
	Fixed  [4]byte
	Length [N]byte
	Index  map[string]*Item
	Fn     func(ctx context.Context, n int) (string, error)
	NoRes  func(...string)
	Ch     <-chan *Item
	Ch2    chan<- func() error
	Ptr    *Item
	Any    interface{}
	Empty  struct{}
	Anon   []struct{ Name, Value string }
)

type Item struct {
	sync.Mutex
	*Base
	io.Reader `json:"-"`
	ID, Name  string `json:"id,omitempty"`
	Tags      map[string][]string
	Client    *s3.Client
	handler   func(w http.ResponseWriter, r *http.Request)
	nested    struct {
		Deep int
	}
	opts [2]func(*s3.Options)
	done chan struct{}
	_    int
}

type Store interface {
	io.Closer
	Put(ctx context.Context, in *s3.PutObjectInput, opts ...func(*s3.Options)) (*s3.PutObjectOutput, error)
	Len() int
	Named(string, []byte) (n int, err error)
	interface{ Sub() }
}
