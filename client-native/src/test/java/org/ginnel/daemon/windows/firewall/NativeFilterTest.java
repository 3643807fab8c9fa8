// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.ginnel.daemon.windows.Layouts;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.SecurityDescriptor;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

/// Reads the memory that Windows would read, at the offsets that the compiler of C has printed.
class NativeFilterTest {
    private final Layouts layouts = Layouts.read();

    @Test
    void write_everyKindOfCondition_isWhereCLooksForIt() {
        var conditions = List.<Condition>of(
                new Condition.Loopback(),
                new Condition.Protocol(17),
                new Condition.LocalPort(68),
                new Condition.RemotePort(51820),
                new Condition.Local(IpNetwork.parse("10.7.0.0/16").orElseThrow()),
                new Condition.Remote(IpNetwork.parse("fe80::/10").orElseThrow()),
                new Condition.Interface(0x0035_0000_0100_0007L),
                new Condition.LocalSystem());
        var written = new NativeFilter(filter(Verdict.PERMIT, Lifetime.RUNNING, conditions));
        var values = List.of(
                value(written, conditions, 0, "FWP_UINT32"),
                value(written, conditions, 1, "FWP_UINT8"),
                value(written, conditions, 2, "FWP_UINT16"),
                value(written, conditions, 3, "FWP_UINT16"),
                value(written, conditions, 4, "FWP_V4_ADDR_MASK"),
                value(written, conditions, 5, "FWP_V6_ADDR_MASK"),
                value(written, conditions, 6, "FWP_UINT64"),
                value(written, conditions, 7, "FWP_SECURITY_DESCRIPTOR_TYPE"));
        assertThat(values.subList(0, 4)).containsExactly(1L, 17L, 68L, 51820L);
        assertThat(hex(at(values.get(4)), 8)).isEqualTo("0000070a" + "0000ffff");
        assertThat(hex(at(values.get(5)), 17)).isEqualTo("fe80" + "00".repeat(14) + "0a");
        assertThat(at(values.get(6)).getLong(0)).isEqualTo(0x0035_0000_0100_0007L);
        var blob = at(values.get(7));
        var descriptor = SecurityDescriptor.matchingLocalSystem().bytes();
        assertThat(blob.getInt(0)).isEqualTo(descriptor.length);
        assertThat(blob.getPointer(8).getByteArray(0, descriptor.length)).isEqualTo(descriptor);
    }

    @Test
    void write_head_namesLayerSublayerProviderAndWeight() {
        var filter = filter(Verdict.BLOCK, Lifetime.BOOT, List.of());
        var written = new NativeFilter(filter);
        var memory = written.structure().getPointer();
        assertThat(memory.getByteArray(offset("filterKey"), 16)).isEqualTo(NativeBytes.guid(filter.key()));
        assertThat(memory.getByteArray(offset("layerKey"), 16)).isEqualTo(NativeBytes.guid(Layer.CONNECT4.key()));
        assertThat(memory.getByteArray(offset("subLayerKey"), 16)).isEqualTo(NativeBytes.guid(WindowsNames.SUBLAYER));
        assertThat(memory.getPointer(offset("providerKey")).getByteArray(0, 16))
                .isEqualTo(NativeBytes.guid(WindowsNames.PROVIDER));
        assertThat(memory.getInt(offset("weight"))).isEqualTo((int) layouts.value("FWP_UINT64"));
        assertThat(memory.getPointer(offset("weight") + 8).getLong(0)).isEqualTo(9);
        assertThat(memory.getInt(offset("numFilterConditions"))).isZero();
        assertThat(memory.getInt(offset("action"))).isEqualTo(0x1001);
        assertThat(memory.getInt(offset("flags"))).isEqualTo(0x2 | 0x8);
        assertThat(written.structure()).isNotNull();
    }

    @Test
    void write_flags_sayWhatItOutlives() {
        assertThat(flags(Verdict.PERMIT, Lifetime.RUNNING)).isZero();
        assertThat(flags(Verdict.PERMIT, Lifetime.PERSISTENT)).isEqualTo(1);
        assertThat(flags(Verdict.PERMIT, Lifetime.BOOT)).isEqualTo(2);
        assertThat(flags(Verdict.BLOCK, Lifetime.RUNNING)).isEqualTo(8);
    }

    private static int flags(Verdict verdict, Lifetime lifetime) {
        return new NativeFilter(filter(verdict, lifetime, List.of())).structure().flags;
    }

    private static Filter filter(Verdict verdict, Lifetime lifetime, List<Condition> conditions) {
        return new Filter(9, Layer.CONNECT4, 9, verdict, lifetime, conditions);
    }

    private long value(NativeFilter written, List<Condition> conditions, int index, String type) {
        var structure = written.structure();
        assertThat(structure.numFilterConditions).isEqualTo(conditions.size());
        var condition = Objects.requireNonNull(structure.filterCondition)
                .share((long) index * layouts.size("FWPM_FILTER_CONDITION0"));
        var field = condition.getByteArray(0, 16);
        assertThat(NativeBytes.uuid(field)).isEqualTo(conditions.get(index).field());
        var match = layouts.field("FWPM_FILTER_CONDITION0", "matchType").offset();
        assertThat(condition.getInt(match))
                .isEqualTo((int) layouts.value(index == 0 ? "FWP_MATCH_FLAGS_ALL_SET" : "FWP_MATCH_EQUAL"));
        var value = layouts.field("FWPM_FILTER_CONDITION0", "conditionValue").offset();
        assertThat(condition.getInt(value)).as(type).isEqualTo((int) layouts.value(type));
        return condition.getLong(
                value + layouts.field("FWP_CONDITION_VALUE0", "uint64").offset());
    }

    private int offset(String field) {
        return layouts.field("FWPM_FILTER0", field).offset();
    }

    private static Pointer at(long address) {
        return new Pointer(address);
    }

    private static String hex(Pointer memory, int bytes) {
        return HexFormat.of().formatHex(memory.getByteArray(0, bytes));
    }

    @Test
    void aListedFilter_isDisabledByItsFlag_butForTheBootItIsNot() {
        var memory = new Memory(layouts.size("FWPM_FILTER0"));
        var key = WindowsNames.PROVIDER;
        memory.clear();
        memory.write(offset("filterKey"), NativeBytes.guid(key), 0, 16);
        var filter = new ListedFilter(memory);
        assertThat(filter.key()).isEqualTo(key);
        assertThat(filter.isDisabled()).isFalse();
        memory.setInt(offset("flags"), 0x29); // persistent, final, disabled
        assertThat(filter.isDisabled()).isTrue();
        memory.setInt(offset("flags"), 0x2a); // for the boot, final, disabled
        assertThat(filter.isDisabled()).isFalse();
        memory.setInt(offset("flags"), 0x49); // persistent, final, indexed
        assertThat(filter.isDisabled()).isFalse();
    }
}
