// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// Answers as the wire contract has them.
final class Samples {
    static final String LONDON = """
            {"id":"eu-west-1","name":"London","endpoint":"203.0.113.7","port":51820,"region":"eu-west",
             "country":"United Kingdom","tier":"basic","latitude":51.5074,"longitude":-0.1278}""";

    /// With every field that may be added, one that is unknown, whole numbers, and a letter in its escaped form.
    static final String SAO_PAULO = """
            {"future":{"a":[1]},"longitude":-46,"latitude":-23,"tier":"pro","country":"Brazil","region":"sa-east",
             "port":51821,"endpoint":"[2001:db8::7]","name":"S\\u00e3o Paulo","id":"sa-east-1",
             "probe_port":443,"load":0.25,"public_key":"x","capacity":9,"weight":1}""";

    static final String OWN_KEY = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
    static final String PEER_KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

    /// As the operator's script writes it, with CRLF and an IPv6 endpoint.
    static final String LEGACY_CONFIG = """
            [Interface]\\r\\nAddress = 10.7.0.2/24, fddd:2c4:2c4:2c4::2/64\\r\\nDNS = 8.8.8.8, 8.8.4.4\\r\\n\
            PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=\\r\\n\\r\\n[Peer]\\r\\n\
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\\r\\n\
            PresharedKey = FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=\\r\\n\
            AllowedIPs = 0.0.0.0/0, ::/0\\r\\nEndpoint = [2001:db8::7]:51820\\r\\nPersistentKeepalive = 25\\r\\n""";

    /// As our server writes it for a key that was made on the device.
    static final String KEYLESS_CONFIG = """
            [Interface]\\nAddress = 10.7.0.2/32\\n[Peer]\\n\
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\\n\
            AllowedIPs = 0.0.0.0/0\\nEndpoint = gw1.example.org:51820\\n""";

    private Samples() {}

    static String servers(String... entries) {
        return """
               {"tier":"pro","servers":[%s],"tier_info":{"name":"Pro","max_servers":15,"description":"All of them"}}""".formatted(String.join(",", entries));
    }

    static String provision(String config) {
        return """
               {"success":true,"client_name":"c-0123456789ab","config":"%s","server":%s,"available_servers":[]}""".formatted(config, LONDON);
    }
}
