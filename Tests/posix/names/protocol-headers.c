// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <net/ethernet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <net/route.h>
#include <netinet/ether.h>
#include <netinet/icmp6.h>
#include <netinet/if_ether.h>
#include <netinet/igmp.h>
#include <netinet/in_systm.h>
#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/ip_icmp.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <netpacket/packet.h>
#include <stddef.h>
#include <arpa/ftp.h>
#include <arpa/telnet.h>
#include <arpa/tftp.h>

// What is on the wire has the same layout everywhere.

#define SIZE(type) printf(#type " %d\n", (int)sizeof(type))
#define AT(type, member) printf(#type "." #member " %d\n", (int)offsetof(type, member))
#define VALUE(name) printf(#name " %lld\n", (long long)(name))

int main(void) {
    SIZE(struct ether_header), AT(struct ether_header, ether_type);
    SIZE(struct ether_addr), SIZE(struct ether_arp), AT(struct ether_arp, arp_spa), AT(struct ether_arp, arp_tpa);
    SIZE(struct arphdr), AT(struct arphdr, ar_op);
    SIZE(struct ip), AT(struct ip, ip_ttl), AT(struct ip, ip_dst);
    SIZE(struct iphdr), AT(struct iphdr, ttl), AT(struct iphdr, daddr);
    SIZE(struct ip6_hdr), AT(struct ip6_hdr, ip6_hlim), AT(struct ip6_hdr, ip6_dst);
    SIZE(struct ip6_frag), SIZE(struct ip6_ext), SIZE(struct ip6_rthdr0);
    SIZE(struct icmp), AT(struct icmp, icmp_id), AT(struct icmp, icmp_data);
    SIZE(struct icmphdr), AT(struct icmphdr, un);
    SIZE(struct icmp6_hdr), SIZE(struct icmp6_filter), SIZE(struct nd_router_advert), SIZE(struct nd_neighbor_solicit);
    SIZE(struct igmp), AT(struct igmp, igmp_group);
    SIZE(struct udphdr), AT(struct udphdr, uh_sum), AT(struct udphdr, check);
    SIZE(struct tcphdr), AT(struct tcphdr, th_win), AT(struct tcphdr, window), AT(struct tcphdr, th_urp);
    SIZE(struct sockaddr_ll), AT(struct sockaddr_ll, sll_addr);
    SIZE(struct in_addr), SIZE(struct in6_addr), SIZE(struct sockaddr_in), SIZE(struct sockaddr_in6), SIZE(struct sockaddr_storage);
    SIZE(struct in_pktinfo), SIZE(struct in6_pktinfo), SIZE(struct ip_mreq), SIZE(struct ip_mreqn), SIZE(struct ipv6_mreq);
    SIZE(n_short), SIZE(n_long);
    VALUE(ETH_ALEN), VALUE(ETH_P_IP), VALUE(ETH_P_ARP), VALUE(ETH_P_ALL), VALUE(ETHERTYPE_IPV6), VALUE(ETHERMTU);
    VALUE(ARPOP_REQUEST), VALUE(ARPHRD_ETHER), VALUE(ARPHRD_LOOPBACK);
    VALUE(ICMP_ECHO), VALUE(ICMP_ECHOREPLY), VALUE(ICMP6_ECHO_REQUEST), VALUE(ND_NEIGHBOR_SOLICIT), VALUE(ICMP_UNREACH_PORT);
    VALUE(IPTOS_LOWDELAY), VALUE(IPTOS_THROUGHPUT), VALUE(IPVERSION), VALUE(IPDEFTTL), VALUE(IP_DF), VALUE(IPOPT_RR);
    VALUE(TH_SYN), VALUE(TH_ACK), VALUE(IGMP_MEMBERSHIP_QUERY);
    VALUE(PACKET_HOST), VALUE(PACKET_OUTGOING), VALUE(RTF_UP), VALUE(RTF_GATEWAY);
    VALUE(IFF_UP), VALUE(IFF_LOOPBACK), VALUE(IFF_MULTICAST), VALUE(IFNAMSIZ);
    VALUE(PRELIM), VALUE(COMPLETE), VALUE(IAC), VALUE(TELOPT_ECHO), VALUE(RRQ), VALUE(ENOTFOUND), VALUE(SEGSIZE);
    VALUE(INADDR_ANY), VALUE(INADDR_BROADCAST), VALUE(INADDR_NONE), VALUE(INADDR_LOOPBACK), VALUE(INADDR_ALLHOSTS_GROUP);
    VALUE(INADDR_MAX_LOCAL_GROUP), VALUE(INET_ADDRSTRLEN), VALUE(INET6_ADDRSTRLEN), VALUE(IPPORT_RESERVED);
    VALUE(IPPROTO_TCP), VALUE(IPPROTO_UDP), VALUE(IPPROTO_ICMPV6), VALUE(IPPROTO_SCTP), VALUE(IPPROTO_MPTCP), VALUE(IPPROTO_RAW);
    return t_status;
}
