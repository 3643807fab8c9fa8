// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A [ListenAddress] as picocli asks for it.
final class ListenConverter implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String text) {
        return ListenAddress.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8443"));
    }
}
