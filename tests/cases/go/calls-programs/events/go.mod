module ev.test/ev
