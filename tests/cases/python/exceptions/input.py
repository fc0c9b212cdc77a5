try:
    a()
except client.exceptions.NoSuchKey:
    b()
except (ClientError, ValueError) as e:
    c(e)
except KeyError, IndexError:
    d()
except:
    raise
else:
    f()
finally:
    g()
try: a()
except* OSError as eg: raise X(eg) from err()
raise
raise ValueError
raise E("m")
assert a(), "m %s" % b()
del x[f()], y, (z)
