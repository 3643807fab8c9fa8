// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import java.util.UUID;
import org.ginnel.wireguard.IpNetwork;

/// What a filter asks of a packet. Of conditions on one field any has to hold, and of the fields all
/// (`FWPM_FILTER_CONDITION0`). Identifiers are those of `fwpmu.h`.
sealed interface Condition {
    /// How Windows knows the field.
    UUID field();

    /// It stays in this computer (`FWP_CONDITION_FLAG_IS_LOOPBACK`).
    record Loopback() implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("632ce23b-5167-435c-86d7-e903684aa80c");
        }

        @Override
        public String toString() {
            return "loopback";
        }
    }

    /// Its protocol above IP.
    ///
    /// @param number such as 17 for UDP
    record Protocol(int number) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("3971ef2b-623e-4f9a-8cb1-6e79b806b9a7");
        }

        @Override
        public String toString() {
            return "protocol=" + number;
        }
    }

    /// Our port; of ICMP the type (`FWPM_CONDITION_ICMP_TYPE`).
    record LocalPort(int port) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("0c1ba1af-5765-453f-af22-a8f791ac775b");
        }

        @Override
        public String toString() {
            return "local-port=" + port;
        }
    }

    /// The other side's port; of ICMP the code (`FWPM_CONDITION_ICMP_CODE`).
    record RemotePort(int port) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("c35a604d-d22b-4e1a-91b4-68f674ee674b");
        }

        @Override
        public String toString() {
            return "remote-port=" + port;
        }
    }

    /// Our address.
    record Local(IpNetwork network) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("d9ee00de-c1ef-4617-bfe3-ffd8f5a08957");
        }

        @Override
        public String toString() {
            return "local=" + network;
        }
    }

    /// The other side's address.
    record Remote(IpNetwork network) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("b235ae9a-1d64-49b8-a44c-5ff3d9095045");
        }

        @Override
        public String toString() {
            return "remote=" + network;
        }
    }

    /// The interface that it leaves or arrives by.
    ///
    /// @param luid `NET_LUID` of it
    record Interface(long luid) implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("4cd62a49-59c3-4969-b7f3-bda5d32890a4");
        }

        @Override
        public String toString() {
            return "interface=%016x".formatted(luid);
        }
    }

    /// The socket is LocalSystem's (`FWPM_CONDITION_ALE_USER_ID`): the service's, or the driver's in its
    /// name.
    record LocalSystem() implements Condition {
        @Override
        public UUID field() {
            return UUID.fromString("af043a0a-b34d-4f86-979c-c90371af6e66");
        }

        @Override
        public String toString() {
            return "user=local-system";
        }
    }
}
