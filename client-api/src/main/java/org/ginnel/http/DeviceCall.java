// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// `GET /api/v1/devices/{id}`.
record DeviceCall(String id) implements ApiCall<Enrolment> {
    @Override
    public String path() {
        return "/api/v1/devices/" + id;
    }

    @Override
    public boolean mayBeMissing() {
        return true;
    }

    @Override
    public ApiResult<Enrolment> read(JsonFields answer) throws UnexpectedAnswerException {
        return new ApiResult.Ok<>(EnrolmentReader.read(answer, id));
    }
}
