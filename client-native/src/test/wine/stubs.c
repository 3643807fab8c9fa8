/* SPDX-License-Identifier: Apache-2.0
 *
 * Stands for the libraries of Windows where JNA and the JDK look for them on Linux: each function is handed on to
 * jvm-in-wine.c, which calls Wine's. All arguments are numbers or addresses.
 */
unsigned long (*ginnel_gate)(void **found, const char *name, const unsigned long *words);

#define F(name) \
    unsigned long name(unsigned long a, unsigned long b, unsigned long c, unsigned long d, unsigned long e, \
        unsigned long f, unsigned long g, unsigned long h, unsigned long i, unsigned long j, unsigned long k, \
        unsigned long l) \
    { \
        static void *found; \
        const unsigned long words[] = {a, b, c, d, e, f, g, h, i, j, k, l}; \
        return ginnel_gate(&found, #name, words); \
    }

F(CreateFileW) F(CreateNamedPipeW) F(WaitNamedPipeW) F(ConnectNamedPipe) F(ReadFile) F(WriteFile)
F(GetOverlappedResult) F(CancelIoEx) F(CreateEventW) F(SetEvent) F(ResetEvent) F(WaitForMultipleObjects) F(CloseHandle)
F(CreateDirectoryW)

F(ImpersonateNamedPipeClient) F(RevertToSelf) F(OpenThreadToken) F(OpenProcessToken) F(GetTokenInformation)
F(LookupAccountNameW) F(SetFileSecurityW) F(GetFileSecurityW)
F(StartServiceCtrlDispatcherW) F(RegisterServiceCtrlHandlerExW) F(SetServiceStatus)
F(RegSetKeyValueW) F(RegGetValueW) F(RegDeleteKeyValueW) F(RegDeleteTreeW)
F(RegOpenKeyExW) F(RegNotifyChangeKeyValue) F(RegCloseKey)

F(DnsFlushResolverCache)

F(Shell_NotifyIconW) F(CreateWindowExW) F(LoadIconW) F(DestroyWindow)
F(RegisterClassExW) F(UnregisterClassW) F(RegisterWindowMessageW) F(DefWindowProcW) F(GetMessageW) F(DispatchMessageW)
F(PostMessageW) F(GetSystemMetrics) F(CreateIcon) F(DestroyIcon) F(CreatePopupMenu) F(AppendMenuW) F(DestroyMenu)
F(GetCursorPos) F(SetForegroundWindow) F(TrackPopupMenu)

F(InitializeUnicastIpAddressEntry) F(CreateUnicastIpAddressEntry) F(DeleteUnicastIpAddressEntry)
F(InitializeIpForwardEntry) F(CreateIpForwardEntry2) F(DeleteIpForwardEntry2) F(GetIpForwardTable2) F(FreeMibTable)
F(InitializeIpInterfaceEntry) F(GetIpInterfaceEntry) F(SetIpInterfaceEntry) F(GetIfEntry2)
F(NotifyIpInterfaceChange) F(NotifyRouteChange2) F(NotifyUnicastIpAddressChange) F(CancelMibChangeNotify2) F(SetInterfaceDnsSettings)
F(FwpmEngineOpen0) F(FwpmEngineClose0) F(FwpmTransactionBegin0) F(FwpmTransactionCommit0) F(FwpmTransactionAbort0) 
F(FwpmProviderAdd0) F(FwpmProviderDeleteByKey0) F(FwpmSubLayerAdd0) F(FwpmSubLayerDeleteByKey0) F(FwpmFilterAdd0) 
F(FwpmFilterDeleteByKey0) F(FwpmFilterCreateEnumHandle0) F(FwpmFilterEnum0) F(FwpmFilterDestroyEnumHandle0) 
F(FwpmFilterSubscribeChanges0) F(FwpmFilterUnsubscribeChanges0) F(FwpmFreeMemory0)
