# make install and uninstall with DESTDIR.
[ -d "$TOP/build" ] || exit 0
make -s -C "$TOP" install DESTDIR="$PWD/root" PREFIX=/usr > /dev/null
(cd root && find . -type f -not -path '*/man?/*' | sort)
(cd root/usr/share/man && find . -name '*.[157]' | sed 's|./man\([157]\)/.*\.\1$|\1|;s|.*/||' | grep -c '^[157]$') > installed
find "$TOP/man" -name '*.[157]' | wc -l | cmp - installed
make -s -C "$TOP" uninstall DESTDIR="$PWD/root" PREFIX=/usr > /dev/null
(cd root && find . -type f | sort)
