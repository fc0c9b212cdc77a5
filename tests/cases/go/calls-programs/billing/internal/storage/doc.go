// Package storage keeps documents.
package storage
