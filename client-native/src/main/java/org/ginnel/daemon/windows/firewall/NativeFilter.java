// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.SecurityDescriptor;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;
import org.ginnel.daemon.windows.jna.FwpByteBlob;
import org.ginnel.daemon.windows.jna.FwpV4AddrAndMask;
import org.ginnel.daemon.windows.jna.FwpV6AddrAndMask;
import org.ginnel.daemon.windows.jna.FwpValue0;
import org.ginnel.daemon.windows.jna.FwpmFilter0;
import org.ginnel.daemon.windows.jna.FwpmFilterCondition0;
import org.ginnel.daemon.windows.jna.NativeStructure;
import org.ginnel.wireguard.IpNetwork;

/// A filter in the memory that `FwpmFilterAdd0` reads. To be held on to until the call is over.
final class NativeFilter {
    private static final int UINT8 = 1;
    private static final int UINT16 = 2;
    private static final int UINT32 = 3;
    private static final int UINT64 = 4;
    private static final int SECURITY_DESCRIPTOR = 14;
    private static final int V4_ADDR_MASK = 0x100;
    private static final int V6_ADDR_MASK = 0x101;

    private static final int MATCH_EQUAL = 0;
    private static final int MATCH_FLAGS_ALL_SET = 6;

    /// `FWP_CONDITION_FLAG_IS_LOOPBACK`.
    private static final int IS_LOOPBACK = 1;

    /// `FWP_ACTION_BLOCK`, `FWP_ACTION_PERMIT`, which both end the search (0x1000).
    private static final int BLOCK = 0x1001;

    private static final int PERMIT = 0x1002;

    /// `FWPM_FILTER_FLAG_PERSISTENT`, `_BOOTTIME`, `_CLEAR_ACTION_RIGHT`.
    private static final int PERSISTENT = 1;

    private static final int BOOTTIME = 2;
    private static final int FINAL = 8;

    private final FwpmFilter0 structure = new FwpmFilter0();

    /// Else it would be freed while Windows reads it.
    private final List<Object> held = new ArrayList<>();

    NativeFilter(Filter filter) {
        structure.filterKey = NativeBytes.guid(filter.key());
        structure.displayData.name = hold(NativeBytes.memory(NativeBytes.wide("Ginnel " + filter.paragraph())));
        structure.displayData.description = hold(NativeBytes.memory(NativeBytes.wide(filter.toString())));
        structure.flags = flags(filter);
        structure.providerKey = hold(NativeBytes.memory(NativeBytes.guid(WindowsNames.PROVIDER)));
        structure.layerKey = NativeBytes.guid(filter.layer().key());
        structure.subLayerKey = NativeBytes.guid(WindowsNames.SUBLAYER);
        structure.weight.type = UINT64;
        var weight = new Memory(Long.BYTES);
        weight.setLong(0, filter.weight());
        structure.weight.uint64 = Pointer.nativeValue(hold(weight));
        structure.action.type = filter.verdict() == Verdict.PERMIT ? PERMIT : BLOCK;
        conditions(filter.conditions());
        structure.write();
    }

    /// What to pass.
    FwpmFilter0 structure() {
        return structure;
    }

    private static int flags(Filter filter) {
        var lifetime = switch (filter.lifetime()) {
            case RUNNING -> 0;
            case PERSISTENT -> PERSISTENT;
            case BOOT -> BOOTTIME;
        };
        return filter.verdict() == Verdict.BLOCK ? lifetime | FINAL : lifetime;
    }

    private void conditions(List<Condition> conditions) {
        structure.numFilterConditions = conditions.size();
        if (conditions.isEmpty()) {
            return;
        }
        var array = (FwpmFilterCondition0[]) new FwpmFilterCondition0().toArray(conditions.size());
        for (var i = 0; i < array.length; i++) {
            array[i].fieldKey = NativeBytes.guid(conditions.get(i).field());
            array[i].matchType = conditions.get(i) instanceof Condition.Loopback ? MATCH_FLAGS_ALL_SET : MATCH_EQUAL;
            fill(array[i].conditionValue, conditions.get(i));
            array[i].write();
        }
        held.add(array);
        structure.filterCondition = array[0].getPointer();
    }

    private void fill(FwpValue0 value, Condition condition) {
        switch (condition) {
            case Condition.Loopback() -> number(value, UINT32, IS_LOOPBACK);
            case Condition.Protocol(var number) -> number(value, UINT8, number);
            case Condition.LocalPort(var port) -> number(value, UINT16, port);
            case Condition.RemotePort(var port) -> number(value, UINT16, port);
            case Condition.Local(var network) -> network(value, network);
            case Condition.Remote(var network) -> network(value, network);
            case Condition.Interface(var luid) -> {
                var memory = new Memory(Long.BYTES);
                memory.setLong(0, luid);
                number(value, UINT64, Pointer.nativeValue(hold(memory)));
            }
            case Condition.LocalSystem() -> localSystem(value);
        }
    }

    private static void number(FwpValue0 value, int type, long number) {
        value.type = type;
        value.uint64 = number;
    }

    private void network(FwpValue0 value, IpNetwork network) {
        if (network.isIpv4()) {
            var v4 = new FwpV4AddrAndMask();
            v4.addr = ByteBuffer.wrap(network.address().getAddress()).getInt();
            v4.mask = network.isDefault() ? 0 : -1 << (32 - network.prefix());
            number(value, V4_ADDR_MASK, written(v4));
        } else {
            var v6 = new FwpV6AddrAndMask();
            v6.addr = network.address().getAddress();
            v6.prefixLength = (byte) network.prefix();
            number(value, V6_ADDR_MASK, written(v6));
        }
    }

    private void localSystem(FwpValue0 value) {
        var descriptor = SecurityDescriptor.matchingLocalSystem().bytes();
        var blob = new FwpByteBlob();
        blob.size = descriptor.length;
        blob.data = hold(NativeBytes.memory(descriptor));
        number(value, SECURITY_DESCRIPTOR, written(blob));
    }

    private long written(NativeStructure structure) {
        structure.write();
        held.add(structure);
        return Pointer.nativeValue(structure.getPointer());
    }

    private Memory hold(Memory memory) {
        held.add(memory);
        return memory;
    }
}
