module corp.example/web
