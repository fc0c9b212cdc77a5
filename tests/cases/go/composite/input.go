package p

var in = &s3.PutObjectInput{
	Bucket: aws.String("b"),
	Key:    &key,
	Tags:   []types.Tag{{Key: aws.String("k")}, types.Tag{Value: nil}},
}
var point = Point{1, f(2)}
var names = []string{"a", "b", 2: "c"}
var sized = [...]int{1, 2}
var ptrs = []*Item{{ID: 1}, {ID: 2, Sub: Sub{3}}, nil}
var index = map[string]*Item{"a": {ID: 1}, KEY: {}, "b" + c: nil}
var deep = map[string]map[Key][]Item{"a": {{1, 2}: {{ID: 1}}}}
var matrix = [][]string{{"a"}, {"b", "c"}}
var tests = []struct {
	name string
	in   *s3.GetObjectInput
}{
	{"one", &s3.GetObjectInput{}},
	{name: "two"},
}
var named = Tags{{Key: "k"}, {Key: "l"}}
var dict = M{"a": 1, k: 2}
var empty = struct{}{}
var anon = struct{ A int }{A: 1}
var fns = map[string]func() error{"a": func() error { return nil }}
var gen = Opt[int]{v: 1}
var arr = [2][]int{0: {1}, 1: {2}}
