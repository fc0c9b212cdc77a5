module platform.dev/roller
