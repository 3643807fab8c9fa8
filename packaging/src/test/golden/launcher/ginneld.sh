#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"
exec /usr/lib/ginnel/runtime/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -XX:+UnlockDiagnosticVMOptions -Djdk.reflect.useNativeAccessorOnly=true -Dginnel.version=VERSION -Dginnel.socket.library=/usr/lib/ginnel/runtime/lib/libginnelsocket.so -Djna.boot.library.path=/usr/lib/ginnel/runtime/lib -Djna.nosys=true -Djna.nounpack=true -Xms6m -XX:NewSize=1m -Xmx64m -XX:TrimNativeHeapInterval=30000 -XX:+UnlockExperimentalVMOptions -XX:SymbolTableSize=2048 -XX:StringTableSize=2048 -XX:-AOTReplayTraining -XX:AsyncDeflationInterval=60000 --enable-native-access=ALL-UNNAMED -XX:AOTCache=/usr/lib/ginnel/cache/ginneld.aot -cp /usr/lib/ginnel/lib/client-native.jar:/usr/lib/ginnel/lib/library.jar org.ginnel.daemon.Main "$@"
