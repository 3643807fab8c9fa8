// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.ginnel.provisioning.admin.AdminJson;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.store.UsageStore;
import org.ginnel.wireguard.PublicKey;

/// `/api/v1/devices`: the caller's devices.
final class DevicesApi {
    private static final int MAX_OVERLAP = 86_400;

    private final Guard guard;
    private final Devices devices;
    private final UsageStore usage;
    private final DeviceJson deviceJson;
    private final JsonBodies json;

    DevicesApi(Guard guard, Devices devices, UsageStore usage, DeviceJson deviceJson, JsonBodies json) {
        this.guard = guard;
        this.devices = devices;
        this.usage = usage;
        this.deviceJson = deviceJson;
        this.json = json;
    }

    ObjectNode list(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_READ);
        var root = json.newObject();
        var list = root.putArray("devices");
        devices.list(caller).forEach(device -> deviceJson.write(device, list.addObject()));
        return root;
    }

    ObjectNode find(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_READ);
        var device = devices.find(caller, call.parameter("id")).orElseThrow(() -> new Refusal(Problem.NO_SUCH_DEVICE));
        return deviceJson.write(device, json.newObject());
    }

    /// How much the device sent and received, day by day.
    ObjectNode usage(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_READ);
        var device = devices.find(caller, call.parameter("id")).orElseThrow(() -> new Refusal(Problem.NO_SUCH_DEVICE));
        var root = json.newObject().put("id", device.id());
        AdminJson.write(usage.ofDevice(device.id()), root.putArray("days"));
        return root;
    }

    Answer register(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var body = json.object(call);
        var name = WishReader.text(body, "name").orElseThrow(() -> new Refusal(Problem.BAD_DEVICE_NAME));
        var done = done(devices.register(caller, publicKey(body), name));
        var answer = answer(done);
        return new Answer(
                done.change().fresh() ? 201 : 200,
                Map.of("Location", "/api/v1/devices/" + done.change().device().id()),
                json.write(answer));
    }

    ObjectNode rotate(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var body = json.object(call);
        return answer(done(devices.rotate(caller, call.parameter("id"), publicKey(body), overlap(body))));
    }

    ObjectNode protect(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var body = json.object(call);
        var agreed = devices.protect(caller, call.parameter("id"), encapsulationKey(body));
        var done = done(agreed.result());
        return answer(done).put("ciphertext", Base64.getEncoder().encodeToString(agreed.ciphertext()));
    }

    /// RFC 7240: whoever prefers it is told where the device is gone from; else 204 means everywhere.
    Answer remove(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var done = done(devices.remove(caller, call.parameter("id")));
        var wantsReport = call.header()
                .apply("Prefer")
                .filter(prefer -> prefer.contains("return=representation"))
                .isPresent();
        var everywhere = done.spread().isEverywhere();
        if (everywhere && !wantsReport) {
            return new Answer(204, Map.of(), "");
        }
        var root = json.newObject().put("id", done.change().device().id());
        deviceJson.write(done.spread(), root);
        return new Answer(everywhere ? 200 : 202, Map.of(), json.write(root));
    }

    private ObjectNode answer(Devices.Done done) {
        var root = deviceJson.write(done.change().device(), json.newObject());
        deviceJson.write(done.spread(), root);
        return root;
    }

    private static Devices.Done done(Devices.Result result) {
        return switch (result) {
            case Devices.Done done -> done;
            case Devices.NoNetwork() -> throw new Refusal(Problem.NO_DEVICE_NETWORK);
            case Devices.BadEncapsulationKey() -> throw new Refusal(Problem.BAD_ENCAPSULATION_KEY);
            case Devices.Refused(var why) -> throw new Refusal(problem(why));
        };
    }

    private static Problem problem(Change why) {
        return switch (why) {
            case Change.NoSuchDevice() -> Problem.NO_SUCH_DEVICE;
            case Change.KeyTaken() -> Problem.PUBLIC_KEY_IN_USE;
            case Change.TooMany() -> Problem.TOO_MANY_DEVICES;
            case Change.Full() -> Problem.NO_ADDRESS_LEFT;
            case Change.Done done -> throw new IllegalStateException("done is no refusal: " + done.fresh());
        };
    }

    private static PublicKey publicKey(ObjectNode body) {
        return WishReader.publicKey(body).orElseThrow(() -> new Refusal(Problem.BAD_PUBLIC_KEY));
    }

    private static Optional<Duration> overlap(ObjectNode body) {
        var node = body.path("overlap_s");
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > MAX_OVERLAP) {
            throw new Refusal(Problem.BAD_OVERLAP);
        }
        return Optional.of(Duration.ofSeconds(node.intValue()));
    }

    private static byte[] encapsulationKey(ObjectNode body) {
        try {
            return Base64.getDecoder().decode(body.path("encapsulation_key").asText(""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.BAD_ENCAPSULATION_KEY);
        }
    }
}
