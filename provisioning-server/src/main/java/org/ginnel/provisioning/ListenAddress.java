// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.net.InetSocketAddress;
import org.ginnel.wireguard.Endpoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `HOST:PORT` of `--listen`, where the host is an address: names are not looked up.
final class ListenAddress implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String text) {
        var anyPort = text.endsWith(":0");
        var endpoint = Endpoint.parse(anyPort ? text.substring(0, text.length() - 1) + "1" : text);
        return endpoint.flatMap(Endpoint::address)
                .map(address -> new InetSocketAddress(
                        address, anyPort ? 0 : endpoint.get().port()))
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8443"));
    }
}
