// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.jna.FwpmFilterEnumTemplate0;
import org.ginnel.daemon.windows.jna.FwpmFilterSubscription0;
import org.ginnel.daemon.windows.jna.FwpmProvider0;
import org.ginnel.daemon.windows.jna.FwpmSublayer0;
import org.ginnel.daemon.windows.jna.Fwpuclnt;

/// The filtering engine of the machine this runs on. Never run so far.
final class NativeFilterEngine implements FilterEngine {
    /// `RPC_C_AUTHN_WINNT`.
    private static final int AUTHENTICATION = 10;

    /// `FWPM_PROVIDER_FLAG_PERSISTENT`, `FWPM_SUBLAYER_FLAG_PERSISTENT`.
    private static final short PERSISTENT = 1;

    /// Sublayers are asked in the order of their weights, and ours first.
    private static final short HEAVIEST = (short) 0xffff;

    /// `FWP_FILTER_ENUM_OVERLAPPING`.
    private static final int OVERLAPPING = 1;

    /// `FWP_FILTER_ENUM_FLAG_INCLUDE_BOOTTIME | FWP_FILTER_ENUM_FLAG_INCLUDE_DISABLED`.
    private static final int ALL = 0x18;

    /// `FWPM_SUBSCRIPTION_FLAG_NOTIFY_ON_ADD | FWPM_SUBSCRIPTION_FLAG_NOTIFY_ON_DELETE`.
    private static final int ADDED_OR_DELETED = 0x3;

    private static final int ANY_ACTION = 0xffff_ffff;
    private static final int A_PAGE = 256;

    @Override
    public Opened open() {
        var engine = new PointerByReference();
        var code = Fwpuclnt.FwpmEngineOpen0(null, AUTHENTICATION, null, null, engine);
        return code == SUCCESS
                ? new Opened.Session(new Session(engine.getValue(), new ArrayList<>()))
                : new Opened.Refused(code);
    }

    /// Holds on to the callback for as long as Windows may call it.
    private record Subscription(Fwpuclnt.FilterChange callback, Pointer handle) {}

    private record Session(Pointer engine, List<Subscription> subscriptions) implements Calls {
        @Override
        public int begin() {
            return Fwpuclnt.FwpmTransactionBegin0(engine, 0);
        }

        @Override
        public int commit() {
            return Fwpuclnt.FwpmTransactionCommit0(engine);
        }

        @Override
        public int abort() {
            return Fwpuclnt.FwpmTransactionAbort0(engine);
        }

        @Override
        public int addProvider() {
            var provider = new FwpmProvider0();
            var name = NativeBytes.memory(NativeBytes.wide("Ginnel"));
            var service = NativeBytes.memory(NativeBytes.wide(WindowsNames.SERVICE));
            provider.providerKey = NativeBytes.guid(WindowsNames.PROVIDER);
            provider.displayData.name = name;
            provider.flags = PERSISTENT;
            provider.serviceName = service;
            return Fwpuclnt.FwpmProviderAdd0(engine, provider, null);
        }

        @Override
        public int addSublayer() {
            var sublayer = new FwpmSublayer0();
            sublayer.subLayerKey = NativeBytes.guid(WindowsNames.SUBLAYER);
            sublayer.displayData.name = NativeBytes.memory(NativeBytes.wide("Ginnel"));
            sublayer.flags = PERSISTENT;
            sublayer.providerKey = NativeBytes.memory(NativeBytes.guid(WindowsNames.PROVIDER));
            sublayer.weight = HEAVIEST;
            return Fwpuclnt.FwpmSubLayerAdd0(engine, sublayer, null);
        }

        @Override
        public int deleteProvider() {
            return Fwpuclnt.FwpmProviderDeleteByKey0(
                    engine, NativeBytes.memory(NativeBytes.guid(WindowsNames.PROVIDER)));
        }

        @Override
        public int deleteSublayer() {
            return Fwpuclnt.FwpmSubLayerDeleteByKey0(
                    engine, NativeBytes.memory(NativeBytes.guid(WindowsNames.SUBLAYER)));
        }

        @Override
        public int add(Filter filter) {
            var memory = new NativeFilter(filter);
            try {
                return Fwpuclnt.FwpmFilterAdd0(engine, memory.structure(), null, new LongByReference());
            } finally {
                Reference.reachabilityFence(memory);
            }
        }

        @Override
        public int delete(UUID key) {
            return Fwpuclnt.FwpmFilterDeleteByKey0(engine, NativeBytes.memory(NativeBytes.guid(key)));
        }

        /// A template names one layer, so each is asked.
        @Override
        public Found keys() {
            Set<UUID> keys = new HashSet<>();
            Set<UUID> disabled = new HashSet<>();
            for (var layer : Layer.values()) {
                var code = keys(layer, keys, disabled);
                if (code != SUCCESS) {
                    return new Found.Refused(code);
                }
            }
            return new Found.Keys(keys, disabled);
        }

        private int keys(Layer layer, Set<UUID> keys, Set<UUID> disabled) {
            var template = ours(layer);
            var handle = new PointerByReference();
            var code = Fwpuclnt.FwpmFilterCreateEnumHandle0(engine, template, handle);
            if (code == NO_PROVIDER) {
                return SUCCESS;
            }
            if (code != SUCCESS) {
                return code;
            }
            try {
                return read(handle.getValue(), keys, disabled);
            } finally {
                var _ = Fwpuclnt.FwpmFilterDestroyEnumHandle0(engine, handle.getValue());
            }
        }

        /// Filters of our provider in a layer.
        private static FwpmFilterEnumTemplate0 ours(Layer layer) {
            var template = new FwpmFilterEnumTemplate0();
            template.providerKey = NativeBytes.memory(NativeBytes.guid(WindowsNames.PROVIDER));
            template.layerKey = NativeBytes.guid(layer.key());
            template.enumType = OVERLAPPING;
            template.flags = ALL;
            template.actionMask = ANY_ACTION;
            return template;
        }

        @Override
        public int subscribe(Layer layer, Runnable changed) {
            var template = ours(layer);
            template.write();
            var subscription = new FwpmFilterSubscription0();
            subscription.enumTemplate = template.getPointer();
            subscription.flags = ADDED_OR_DELETED;
            Fwpuclnt.FilterChange callback = (_, _) -> changed.run();
            var handle = new PointerByReference();
            try {
                var code = Fwpuclnt.FwpmFilterSubscribeChanges0(engine, subscription, callback, null, handle);
                if (code == SUCCESS) {
                    subscriptions.add(new Subscription(callback, handle.getValue()));
                }
                return code;
            } finally {
                Reference.reachabilityFence(template);
                Reference.reachabilityFence(callback);
            }
        }

        /// An entry is a pointer to a filter.
        private int read(Pointer handle, Set<UUID> keys, Set<UUID> disabled) {
            while (true) {
                var entries = new PointerByReference();
                var count = new IntByReference();
                var code = Fwpuclnt.FwpmFilterEnum0(engine, handle, A_PAGE, entries, count);
                if (code != SUCCESS) {
                    return code;
                }
                try {
                    for (var i = 0; i < count.getValue(); i++) {
                        var filter = new ListedFilter(entries.getValue().getPointer((long) i * Long.BYTES));
                        keys.add(filter.key());
                        if (filter.isDisabled()) {
                            disabled.add(filter.key());
                        }
                    }
                } finally {
                    Fwpuclnt.FwpmFreeMemory0(entries);
                }
                if (count.getValue() < A_PAGE) {
                    return SUCCESS;
                }
            }
        }

        /// Unsubscribing waits for a callback that runs.
        @Override
        public void close() {
            try {
                for (var subscription : subscriptions) {
                    var _ = Fwpuclnt.FwpmFilterUnsubscribeChanges0(engine, subscription.handle());
                }
                var _ = Fwpuclnt.FwpmEngineClose0(engine);
            } finally {
                Reference.reachabilityFence(subscriptions);
            }
        }
    }
}
