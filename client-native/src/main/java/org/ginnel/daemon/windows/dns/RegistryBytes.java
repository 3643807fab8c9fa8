// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.dns.Registry.Value;

/// Values of the registry as it keeps them (`winnt.h`). Pure.
final class RegistryBytes {
    private static final int REG_SZ = 1;
    private static final int REG_DWORD = 4;
    private static final int REG_MULTI_SZ = 7;

    private RegistryBytes() {}

    static int type(Value value) {
        return switch (value) {
            case Value.Text _ -> REG_SZ;
            case Value.Dword _ -> REG_DWORD;
            case Value.Texts _ -> REG_MULTI_SZ;
        };
    }

    static byte[] of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> NativeBytes.wide(text);
            case Value.Dword(var number) ->
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(number)
                        .array();
            case Value.Texts(var texts) ->
                NativeBytes.wide(texts.stream().map(text -> text + '\0').collect(Collectors.joining()));
        };
    }

    /// Empty for other types, and where there is no sense in it.
    static Optional<Value> read(int type, byte[] bytes) {
        return switch (type) {
            case REG_SZ -> Optional.of(new Value.Text(stripped(bytes)));
            case REG_DWORD ->
                bytes.length == Integer.BYTES
                        ? Optional.of(new Value.Dword(ByteBuffer.wrap(bytes)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt()))
                        : Optional.empty();
            case REG_MULTI_SZ -> {
                var text = stripped(bytes);
                yield Optional.of(new Value.Texts(text.isEmpty() ? List.of() : Arrays.asList(text.split("\0", -1))));
            }
            default -> Optional.empty();
        };
    }

    private static String stripped(byte[] bytes) {
        var text = new String(bytes, UTF_16LE);
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\0') {
            end--;
        }
        return text.substring(0, end);
    }
}
