// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

/// A service's side of the service control manager, one to one.
public interface ServiceControl {
    /// `StartServiceCtrlDispatcherW` for one service: waits until `main`, on a thread of its own, has returned.
    ///
    /// @return a code of Windows, 0 for success
    int dispatch(String name, Runnable main);

    /// `RegisterServiceCtrlHandlerExW`, from `main`.
    ///
    /// @return for [#report]; 0 when Windows refuses
    long register(String name, Handler handler);

    /// `SetServiceStatus`.
    ///
    /// @param status see [ServiceStatus#bytes()]
    void report(long service, byte[] status);

    /// Hears what the manager wants.
    interface Handler {
        /// Returns at once.
        ///
        /// @param event more of the control, as it has it
        /// @return a code of Windows, 0 for success
        int handle(int control, int event);
    }
}
