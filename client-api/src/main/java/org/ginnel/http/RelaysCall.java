// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// `GET /api/v1/relays`.
record RelaysCall() implements ApiCall<Relays> {
    @Override
    public String path() {
        return "/api/v1/relays";
    }

    @Override
    public boolean mayBeMissing() {
        return true;
    }

    @Override
    public boolean mayBeUnchanged() {
        return true;
    }

    @Override
    public ApiResult<Relays> read(JsonFields answer) throws UnexpectedAnswerException {
        var tier = PlainText.of(answer.text("tier", 64), 64);
        if (tier.isEmpty()) {
            throw answer.unexpected("tier", "not printable");
        }
        var list = ListedServers.read(answer.elements("relays"));
        return new ApiResult.Ok<>(new Relays(tier, list.servers(), list.reaches(), list.skipped()));
    }
}
