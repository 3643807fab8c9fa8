// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import java.util.Set;
import java.util.UUID;

/// The calls of `fwpuclnt.dll` that we need, one to one. Each returns a code of Windows, where 0 is
/// success. One thread.
interface FilterEngine {
    /// `ERROR_SUCCESS`.
    int SUCCESS = 0;

    /// `FWP_E_FILTER_NOT_FOUND`.
    int NO_FILTER = 0x80320003;

    /// `FWP_E_PROVIDER_NOT_FOUND`.
    int NO_PROVIDER = 0x80320005;

    /// `FWP_E_SUBLAYER_NOT_FOUND`.
    int NO_SUBLAYER = 0x80320007;

    /// `FWP_E_ALREADY_EXISTS`.
    int EXISTS = 0x80320009;

    /// `FwpmEngineOpen0`: a session that is not dynamic, so what it makes outlives it.
    Opened open();

    /// What came of opening.
    sealed interface Opened {
        /// To be closed.
        record Session(Calls calls) implements Opened {}

        /// Such as while the service "Base Filtering Engine" does not run.
        record Refused(int code) implements Opened {}
    }

    /// What can be said in a session.
    interface Calls extends AutoCloseable {
        /// `FwpmTransactionBegin0`, for reading and writing.
        int begin();

        /// `FwpmTransactionCommit0`: all that was said since, or nothing.
        int commit();

        /// `FwpmTransactionAbort0`.
        int abort();

        /// `FwpmProviderAdd0` of ours, persistent.
        int addProvider();

        /// `FwpmSubLayerAdd0` of ours: persistent, and of the highest weight.
        int addSublayer();

        /// `FwpmProviderDeleteByKey0`.
        int deleteProvider();

        /// `FwpmSubLayerDeleteByKey0`.
        int deleteSublayer();

        /// `FwpmFilterAdd0`. A block is final (`FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT`): no other provider
        /// lifts it.
        int add(Filter filter);

        /// `FwpmFilterDeleteByKey0`.
        int delete(UUID key);

        /// Keys of all filters of our provider, disabled ones and those for the boot included
        /// (`FwpmFilterEnum0`).
        Found keys();

        /// `FwpmFilterSubscribeChanges0`: filters of our provider that come to a layer or go from it are told, when
        /// another session than this one did it, until this one is closed.
        ///
        /// @param changed called on any thread, and to return at once
        int subscribe(Layer layer, Runnable changed);

        /// What was subscribed to is told no more.
        @Override
        void close();
    }

    /// What there is of ours.
    sealed interface Found {
        /// All of it.
        ///
        /// @param disabled those of `keys` that Windows asks nobody for, though they are there
        /// (`FWPM_FILTER_FLAG_DISABLED`): persistent ones of a service that did not start by itself when the
        /// engine started. Those for the boot are not among them.
        record Keys(Set<UUID> keys, Set<UUID> disabled) implements Found {
            public Keys {
                keys = Set.copyOf(keys);
                disabled = Set.copyOf(disabled);
            }
        }

        /// It could not be read.
        record Refused(int code) implements Found {}
    }
}
