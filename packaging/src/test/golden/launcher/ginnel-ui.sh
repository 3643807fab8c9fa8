#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
export GDK_GL="${GDK_GL:-disable}"
export _AWT_MAX_POLL_TIMEOUT="${_AWT_MAX_POLL_TIMEOUT:-60000}"
export GINNEL_LAUNCHER="${GINNEL_LAUNCHER:-/usr/lib/ginnel/bin/ginnel-ui}"
exec /usr/lib/ginnel/runtime/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -XX:+UnlockDiagnosticVMOptions -Djdk.reflect.useNativeAccessorOnly=true -Dginnel.version=VERSION -Dginnel.socket.library=/usr/lib/ginnel/runtime/lib/libginnelsocket.so -Djna.boot.library.path=/usr/lib/ginnel/runtime/lib -Djna.nosys=true -Djna.nounpack=true -Xms16m -Xmx192m -XX:TrimNativeHeapInterval=15000 -XX:AsyncDeflationInterval=60000 -Dprism.order=sw --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED --add-opens=javafx.graphics/com.sun.javafx.tk.quantum=ALL-UNNAMED --add-opens=javafx.graphics/com.sun.javafx.font=ALL-UNNAMED --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:AOTCache=/usr/lib/ginnel/cache/ginnel-ui.aot -cp /usr/lib/ginnel/lib/client-ui.jar:/usr/lib/ginnel/lib/library.jar org.ginnel.ui.Main "$@"
