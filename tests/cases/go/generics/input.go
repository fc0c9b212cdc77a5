package p

func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Put[C s3API, S ~[]E, E int | string](c C, s S) { c.PutObject(s) }

type Set[T comparable] map[T]struct{}
type Pair[K comparable, V any] struct {
	Key K
	Val V
}
type Num interface{ ~int | ~float64 | pkg.T }
type Getter[T any] interface {
	Get() T
	Other[T]
}
type Array [N]int
type Array2 [N * 2]int
type Ptrs[P *C,] int
type Ptr2[P interface{ *C }] int
type (
	In[T any] struct{ Box[T] }
	Of [3]In[int]
)

func use() {
	a := Map[int, string](xs, nil)
	b := Pair[string, int]{Key: "a", Val: 1}
	c := Set[string]{}
	d := pkg.New[*s3.Client](cfg)
	e := m[k](x)
	f := list[i].Name
	var g Pair[string, []Set[int]]
	h := []Pair[int, string]{{1, "a"}, {Val: "b"}}
	w := a < b && c > d
}
