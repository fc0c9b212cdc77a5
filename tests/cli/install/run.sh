# make install and uninstall with DESTDIR.
[ -d "$TOP/build" ] || exit 0
make -s -C "$TOP" install DESTDIR="$PWD/root" PREFIX=/usr > /dev/null
(cd root && find . -type f | sort)
make -s -C "$TOP" uninstall DESTDIR="$PWD/root" PREFIX=/usr > /dev/null
(cd root && find . -type f | sort)
