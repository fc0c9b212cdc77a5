package bus

import "context"

type Message struct {
	Topic string
	Body  []byte
}

type Publisher interface {
	Publish(ctx context.Context, m *Message) error
}

type Memory struct{ got []*Message }

func (m *Memory) Publish(ctx context.Context, msg *Message) error {
	m.got = append(m.got, msg)
	return nil
}

type Multi []Publisher

func (m Multi) Publish(ctx context.Context, msg *Message) error {
	for _, p := range m {
		if err := p.Publish(ctx, msg); err != nil {
			return err
		}
	}
	return nil
}
