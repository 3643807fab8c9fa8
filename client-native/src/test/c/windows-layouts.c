/* SPDX-License-Identifier: Apache-2.0
 *
 * Prints where Windows keeps what in the structures that we fill in, and the constants that we pass: the golden
 * client-native/src/test/resources/golden/windows/layouts.txt, which WindowsLayoutsTest compares with ours.
 * 64 bits, by the headers of mingw-w64 and WireGuard's wireguard.h (api/ of wireguard-nt, not in this repository):
 *
 *   x86_64-w64-mingw32-gcc -Wall -I DIRECTORY_OF_WIREGUARD_H windows-layouts.c -o layouts.exe && wine layouts.exe
 *
 * Without that header it prints the rest, which bin/wine-test compares.
 */
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>
#include <ws2ipdef.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <fwpmu.h>
#include <stddef.h>
#include <stdio.h>
#if __has_include(<wireguard.h>)
#include <wireguard.h>
#define HAVE_WIREGUARD 1
#endif

/* Not in netioapi.h of mingw-w64 10: as Windows' documentation has it. */
#ifndef DNS_INTERFACE_SETTINGS_VERSION1
#define DNS_INTERFACE_SETTINGS_VERSION1 1
typedef struct {
    ULONG Version;
    ULONG64 Flags;
    PWSTR Domain, NameServer, SearchList;
    ULONG RegistrationEnabled, RegisterAdapterName, EnableLLMNR, QueryAdapterName;
    PWSTR ProfileNameServer;
} DNS_INTERFACE_SETTINGS;
#endif

#define SIZE(s) printf("%s %zu\n", #s, sizeof(s))
#define AT(s, f) printf("%s.%s %zu %zu\n", #s, #f, offsetof(s, f), sizeof(((s *)0)->f))
#define VALUE(c) printf("%s = %llu\n", #c, (unsigned long long)(UINT32)(c))

static void filtering(void)
{
    SIZE(FWP_BYTE_BLOB); AT(FWP_BYTE_BLOB, size); AT(FWP_BYTE_BLOB, data);
    SIZE(FWP_V4_ADDR_AND_MASK); AT(FWP_V4_ADDR_AND_MASK, addr); AT(FWP_V4_ADDR_AND_MASK, mask);
    SIZE(FWP_V6_ADDR_AND_MASK); AT(FWP_V6_ADDR_AND_MASK, addr); AT(FWP_V6_ADDR_AND_MASK, prefixLength);
    SIZE(FWP_VALUE0); AT(FWP_VALUE0, type); AT(FWP_VALUE0, uint64);
    SIZE(FWP_CONDITION_VALUE0); AT(FWP_CONDITION_VALUE0, type); AT(FWP_CONDITION_VALUE0, uint64);
    SIZE(FWPM_DISPLAY_DATA0); AT(FWPM_DISPLAY_DATA0, name); AT(FWPM_DISPLAY_DATA0, description);
    SIZE(FWPM_ACTION0); AT(FWPM_ACTION0, type); AT(FWPM_ACTION0, filterType);
    SIZE(FWPM_FILTER_CONDITION0); AT(FWPM_FILTER_CONDITION0, fieldKey); AT(FWPM_FILTER_CONDITION0, matchType);
    AT(FWPM_FILTER_CONDITION0, conditionValue);
    SIZE(FWPM_FILTER0); AT(FWPM_FILTER0, filterKey); AT(FWPM_FILTER0, displayData); AT(FWPM_FILTER0, flags);
    AT(FWPM_FILTER0, providerKey); AT(FWPM_FILTER0, providerData); AT(FWPM_FILTER0, layerKey);
    AT(FWPM_FILTER0, subLayerKey); AT(FWPM_FILTER0, weight); AT(FWPM_FILTER0, numFilterConditions);
    AT(FWPM_FILTER0, filterCondition); AT(FWPM_FILTER0, action); AT(FWPM_FILTER0, providerContextKey);
    AT(FWPM_FILTER0, reserved); AT(FWPM_FILTER0, filterId); AT(FWPM_FILTER0, effectiveWeight);
    SIZE(FWPM_FILTER_ENUM_TEMPLATE0); AT(FWPM_FILTER_ENUM_TEMPLATE0, providerKey);
    AT(FWPM_FILTER_ENUM_TEMPLATE0, layerKey); AT(FWPM_FILTER_ENUM_TEMPLATE0, enumType);
    AT(FWPM_FILTER_ENUM_TEMPLATE0, flags); AT(FWPM_FILTER_ENUM_TEMPLATE0, providerContextTemplate);
    AT(FWPM_FILTER_ENUM_TEMPLATE0, numFilterConditions); AT(FWPM_FILTER_ENUM_TEMPLATE0, filterCondition);
    AT(FWPM_FILTER_ENUM_TEMPLATE0, actionMask); AT(FWPM_FILTER_ENUM_TEMPLATE0, calloutKey);
    SIZE(FWPM_PROVIDER0); AT(FWPM_PROVIDER0, providerKey); AT(FWPM_PROVIDER0, displayData);
    AT(FWPM_PROVIDER0, flags); AT(FWPM_PROVIDER0, providerData); AT(FWPM_PROVIDER0, serviceName);
    SIZE(FWPM_SUBLAYER0); AT(FWPM_SUBLAYER0, subLayerKey); AT(FWPM_SUBLAYER0, displayData);
    AT(FWPM_SUBLAYER0, flags); AT(FWPM_SUBLAYER0, providerKey); AT(FWPM_SUBLAYER0, providerData);
    AT(FWPM_SUBLAYER0, weight);
    VALUE(FWP_UINT8); VALUE(FWP_UINT16); VALUE(FWP_UINT32); VALUE(FWP_UINT64);
    VALUE(FWP_SECURITY_DESCRIPTOR_TYPE); VALUE(FWP_V4_ADDR_MASK); VALUE(FWP_V6_ADDR_MASK);
    VALUE(FWP_MATCH_EQUAL); VALUE(FWP_MATCH_FLAGS_ALL_SET);
    VALUE(FWP_FILTER_ENUM_OVERLAPPING);
}

static void wireguard(void)
{
#ifdef HAVE_WIREGUARD
    SIZE(WIREGUARD_INTERFACE); AT(WIREGUARD_INTERFACE, Flags); AT(WIREGUARD_INTERFACE, ListenPort);
    AT(WIREGUARD_INTERFACE, PrivateKey); AT(WIREGUARD_INTERFACE, PublicKey); AT(WIREGUARD_INTERFACE, PeersCount);
    SIZE(WIREGUARD_PEER); AT(WIREGUARD_PEER, Flags); AT(WIREGUARD_PEER, Reserved); AT(WIREGUARD_PEER, PublicKey);
    AT(WIREGUARD_PEER, PresharedKey); AT(WIREGUARD_PEER, PersistentKeepalive); AT(WIREGUARD_PEER, Endpoint);
    AT(WIREGUARD_PEER, TxBytes); AT(WIREGUARD_PEER, RxBytes); AT(WIREGUARD_PEER, LastHandshake);
    AT(WIREGUARD_PEER, AllowedIPsCount);
    SIZE(WIREGUARD_ALLOWED_IP); AT(WIREGUARD_ALLOWED_IP, Address); AT(WIREGUARD_ALLOWED_IP, AddressFamily);
    AT(WIREGUARD_ALLOWED_IP, Cidr);
    VALUE(WIREGUARD_INTERFACE_HAS_PRIVATE_KEY); VALUE(WIREGUARD_INTERFACE_HAS_LISTEN_PORT);
    VALUE(WIREGUARD_INTERFACE_REPLACE_PEERS);
    VALUE(WIREGUARD_PEER_HAS_PUBLIC_KEY); VALUE(WIREGUARD_PEER_HAS_PRESHARED_KEY);
    VALUE(WIREGUARD_PEER_HAS_PERSISTENT_KEEPALIVE); VALUE(WIREGUARD_PEER_HAS_ENDPOINT);
    VALUE(WIREGUARD_PEER_REPLACE_ALLOWED_IPS); VALUE(WIREGUARD_PEER_UPDATE);
    VALUE(WIREGUARD_ADAPTER_STATE_DOWN); VALUE(WIREGUARD_ADAPTER_STATE_UP);
#endif
}

static void addresses(void)
{
    SIZE(SOCKADDR_IN); AT(SOCKADDR_IN, sin_family); AT(SOCKADDR_IN, sin_port); AT(SOCKADDR_IN, sin_addr);
    SIZE(SOCKADDR_IN6); AT(SOCKADDR_IN6, sin6_family); AT(SOCKADDR_IN6, sin6_port);
    AT(SOCKADDR_IN6, sin6_flowinfo); AT(SOCKADDR_IN6, sin6_addr); AT(SOCKADDR_IN6, sin6_scope_id);
    SIZE(SOCKADDR_INET);
    SIZE(IP_ADDRESS_PREFIX); AT(IP_ADDRESS_PREFIX, Prefix); AT(IP_ADDRESS_PREFIX, PrefixLength);
    SIZE(MIB_UNICASTIPADDRESS_ROW); AT(MIB_UNICASTIPADDRESS_ROW, Address);
    AT(MIB_UNICASTIPADDRESS_ROW, InterfaceLuid); AT(MIB_UNICASTIPADDRESS_ROW, InterfaceIndex);
    AT(MIB_UNICASTIPADDRESS_ROW, PrefixOrigin); AT(MIB_UNICASTIPADDRESS_ROW, SuffixOrigin);
    AT(MIB_UNICASTIPADDRESS_ROW, ValidLifetime); AT(MIB_UNICASTIPADDRESS_ROW, PreferredLifetime);
    AT(MIB_UNICASTIPADDRESS_ROW, OnLinkPrefixLength); AT(MIB_UNICASTIPADDRESS_ROW, SkipAsSource);
    AT(MIB_UNICASTIPADDRESS_ROW, DadState); AT(MIB_UNICASTIPADDRESS_ROW, ScopeId);
    AT(MIB_UNICASTIPADDRESS_ROW, CreationTimeStamp);
    SIZE(MIB_IPFORWARD_ROW2); AT(MIB_IPFORWARD_ROW2, InterfaceLuid); AT(MIB_IPFORWARD_ROW2, InterfaceIndex);
    AT(MIB_IPFORWARD_ROW2, DestinationPrefix); AT(MIB_IPFORWARD_ROW2, NextHop);
    AT(MIB_IPFORWARD_ROW2, SitePrefixLength); AT(MIB_IPFORWARD_ROW2, ValidLifetime);
    AT(MIB_IPFORWARD_ROW2, PreferredLifetime); AT(MIB_IPFORWARD_ROW2, Metric); AT(MIB_IPFORWARD_ROW2, Protocol);
    AT(MIB_IPFORWARD_ROW2, Loopback); AT(MIB_IPFORWARD_ROW2, Immortal); AT(MIB_IPFORWARD_ROW2, Age);
    AT(MIB_IPFORWARD_ROW2, Origin);
    SIZE(MIB_IPINTERFACE_ROW); AT(MIB_IPINTERFACE_ROW, Family); AT(MIB_IPINTERFACE_ROW, InterfaceLuid);
    AT(MIB_IPINTERFACE_ROW, RouterDiscoveryBehavior); AT(MIB_IPINTERFACE_ROW, DadTransmits);
    AT(MIB_IPINTERFACE_ROW, SitePrefixLength); AT(MIB_IPINTERFACE_ROW, Metric); AT(MIB_IPINTERFACE_ROW, NlMtu);
    AT(MIB_IPINTERFACE_ROW, UseAutomaticMetric); AT(MIB_IPINTERFACE_ROW, ManagedAddressConfigurationSupported);
    AT(MIB_IPINTERFACE_ROW, DisableDefaultRoutes);
    SIZE(MIB_IF_ROW2); AT(MIB_IF_ROW2, InterfaceLuid); AT(MIB_IF_ROW2, InUcastPkts); AT(MIB_IF_ROW2, OutUcastPkts);
    SIZE(MIB_IPFORWARD_TABLE2); AT(MIB_IPFORWARD_TABLE2, NumEntries); AT(MIB_IPFORWARD_TABLE2, Table);
    VALUE(MibDeleteInstance);
    VALUE(AF_INET); VALUE(AF_INET6); VALUE(IpDadStatePreferred); VALUE(RouterDiscoveryDisabled);
    VALUE(MIB_IPPROTO_NETMGMT);
}

static void names(void)
{
    SIZE(DNS_INTERFACE_SETTINGS); AT(DNS_INTERFACE_SETTINGS, Version); AT(DNS_INTERFACE_SETTINGS, Flags);
    AT(DNS_INTERFACE_SETTINGS, Domain); AT(DNS_INTERFACE_SETTINGS, NameServer);
    AT(DNS_INTERFACE_SETTINGS, SearchList); AT(DNS_INTERFACE_SETTINGS, RegistrationEnabled);
    AT(DNS_INTERFACE_SETTINGS, ProfileNameServer);
}

int main(void)
{
    filtering();
    wireguard();
    addresses();
    names();
    return 0;
}
