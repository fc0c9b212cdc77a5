package main

import "example.io/ops/cmd"

func main() { cmd.Execute() }
