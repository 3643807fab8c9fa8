// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Locale;

/// Everything that can be wrong with a call. The `error` texts of the wire contract are kept to the letter: clients
/// compare them.
public enum Problem {
    UNAUTHORIZED(401, "Invalid or missing API key"),
    UNAUTHORIZED_AGENT(401, "Invalid or missing agent token"),
    TOO_MANY_FAILURES(429, "Too many failed attempts, try again later"),

    TOO_MANY_CALLS(429, "Too many calls, try again later"),
    NOT_PERMITTED(403, "The key does not allow this"),

    SUSPENDED(403, "The account is suspended; ask the operator"),

    NO_SECOND_FACTOR(403, "This user has no second factor; the operator sets one up with `admin enroll`"),
    WRONG_CODE(403, "The code is wrong, or was used before"),
    NO_SESSION(403, "This needs a session: open one with a code at /api/v1/admin/session"),
    NOT_POSSIBLE(400, "This cannot be"),
    CONFLICT(409, "This does not go with what there is"),
    NO_SUCH_THING(404, "There is no such thing"),

    NO_DEVICE_NETWORK(501, "This operator has set no network for devices"),
    NO_SUCH_DEVICE(404, "There is no such device"),
    TOO_MANY_DEVICES(409, "The account has as many devices as it may; remove one first"),
    NO_ADDRESS_LEFT(503, "Every address for devices is given away"),
    BAD_DEVICE_NAME(400, "name must be 1 to 64 printable characters"),
    BAD_OVERLAP(400, "overlap_s must be a number of seconds, 0 to 86400"),
    BAD_ENCAPSULATION_KEY(400, "encapsulation_key must be an ML-KEM-1024 key of 1568 bytes in base64"),
    KEY_CHANGED(409, "The device has another key by now; ask again with the new one"),

    TIER_EXCLUDES_SERVER(403, "Server not available for your subscription tier"),
    NO_SERVERS(500, "No servers available"),
    PROVISION_FAILED(500, "Failed to generate client configuration"),
    PUBLIC_KEY_IN_USE(409, "public_key belongs to another device"),
    BAD_PUBLIC_KEY(400, "public_key must be 32 bytes in base64"),
    BAD_DEVICE(400, "device_id, device_name and Idempotency-Key must be 1 to 64 printable characters"),

    CLIENT_NAME_REQUIRED(400, "client_name is required"),
    NOT_YOUR_CLIENT(403, "Unauthorized to revoke this client"),
    REVOKE_FAILED(500, "Failed to revoke client"),

    BAD_USER(400, "user_id must be 1 to 64 of [A-Za-z0-9._-]"),

    OTHER_SERVER(403, "The token belongs to another server"),
    BAD_REVISION(400, "after must be a whole number, 0 or more"),
    BAD_WAIT(400, "wait must be a number of seconds, 0 to 9999"),
    BAD_REPORT(400, "The report must hold revision, peers and hash"),
    BAD_USE(400, "The report must hold load and peers, at most 256"),
    UNKNOWN_REVISION(409, "This revision was not handed out lately"),
    OTHER_PEERS(409, "The device has other peers than this revision"),

    BAD_JSON(400, "The body must be a JSON object"),
    NOT_JSON(415, "The Content-Type must be application/json"),
    TOO_LARGE(413, "The body must have at most 65536 bytes"),
    INCOMPLETE(400, "The body did not arrive as it was announced"),
    BAD_REQUEST(400, "The request is not valid HTTP"),
    NOT_FOUND(404, "There is nothing at this address"),
    WRONG_METHOD(405, "This address does not take this method"),
    UNHEALTHY(503, "The database takes no changes"),
    INTERNAL(500, "Internal server error");

    private final int status;
    private final String error;

    Problem(int status, String error) {
        this.status = status;
        this.error = error;
    }

    public int status() {
        return status;
    }

    String error() {
        return error;
    }

    /// RFC 9457: what kind of problem, for programs.
    String type() {
        return "urn:ginnel:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// RFC 9457: what kind of problem, for people; the same for every occurrence.
    String title() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
