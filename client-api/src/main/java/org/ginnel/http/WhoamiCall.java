// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import org.ginnel.wireguard.IpLiteral;

/// `GET /api/whoami`, which needs no key and gets none. Legacy servers do not have it.
record WhoamiCall() implements ApiCall<InetAddress> {
    @Override
    public String path() {
        return "/api/whoami";
    }

    @Override
    public boolean carriesKey() {
        return false;
    }

    @Override
    public ApiResult<InetAddress> read(JsonFields answer) throws UnexpectedAnswerException {
        var address = IpLiteral.parse(answer.text("address", 45));
        if (address.isEmpty()) {
            throw answer.unexpected("address", "not an address");
        }
        return new ApiResult.Ok<>(address.get());
    }
}
