// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;

/// One of many clients. Says through a trusted proxy's header that it comes from everywhere, and is another user
/// every hundred calls: what is measured is the service, not its limits. Its keys are random bytes, as nobody will
/// use them, and its users are those of no other run: a device that is there already would cost next to nothing.
final class LoadClient {
    private static final int CALLS_PER_USER = 100;
    private static final Pattern ADDRESS = Pattern.compile("Address = ([0-9.]+)");

    private final LegacyKeys keys;
    private final String serverId;
    private final String name;
    private final SplittableRandom random;
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private String key = "";
    private int calls;
    private int refused;

    /// @param run another one for each run
    LoadClient(LegacyKeys keys, String serverId, long run, int number) {
        this.keys = keys;
        this.serverId = serverId;
        this.name = "load" + Long.toHexString(run) + "-" + number;
        this.random = new SplittableRandom(run + number);
    }

    void provision(LoadConnection connection) throws IOException {
        if (calls % CALLS_PER_USER == 0) {
            key = keys.mint(new Caller(name + "." + calls / CALLS_PER_USER, "pro"));
        }
        var publicKey = new byte[32];
        random.nextBytes(publicKey);
        var body = "{\"server_id\":\"" + serverId + "\",\"device_id\":\"d" + calls + "\",\"public_key\":\""
                + Base64.getEncoder().encodeToString(publicKey) + "\"}";
        var from = "10." + random.nextInt(256) + "." + random.nextInt(256) + ".1";
        var before = System.nanoTime();
        var answer = connection.post("/api/provision", key, from, body);
        calls++;
        var address = ADDRESS.matcher(answer.body());
        if (answer.status() == 200 && address.find()) {
            nanos.add(System.nanoTime() - before);
            addresses.add(address.group(1));
        } else {
            refused++;
        }
    }

    List<Long> nanos() {
        return nanos;
    }

    List<String> addresses() {
        return addresses;
    }

    int refused() {
        return refused;
    }
}
