// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// `DELETE /api/v1/devices/{id}`.
record RemoveCall(String id) implements ApiCall<Removed> {
    @Override
    public String path() {
        return "/api/v1/devices/" + id;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public boolean mayBeMissing() {
        return true;
    }

    @Override
    public ApiResult<Removed> readNothing() {
        return new ApiResult.Ok<>(new Removed(id));
    }

    @Override
    public ApiResult<Removed> read(JsonFields answer) throws UnexpectedAnswerException {
        if (!answer.text("id", 64).equals(id)) {
            throw answer.unexpected("id", "not the one asked for");
        }
        return readNothing();
    }
}
