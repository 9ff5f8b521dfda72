# SPDX-License-Identifier: Apache-2.0
#
# What a policy permits, written a second time from its documentation, and compared with what transcripts of random calls
# say: what no rule names never gets as far as the kernel, and what a rule names is not refused.

import ipaddress
import random
import re

HOSTS = ["127.0.0.1", "127.0.0.1", "127.0.0.2", "127.0.0.0/8", "[::1]", "[::1]", "0.0.0.0", "[::]", "*", "192.0.2.1", "[2001:db8::1]",
         "0.0.0.0/0", "[::]/0", "[ff02::1]", "239.1.2.3", "239.0.0.0/8", "[ff15::1:2]"]
PORTS = {"*": range(65536), "0": range(1), "7": range(7, 8), "0-7": range(8), "10000-65535": range(10000, 65536)}
UNIX = ["/s0", "/s*", "/folder/*", "/*", "@TAG0", "@TAG*", "@TAG1*", "@*"]
# What the kernel says of an address, or finds out by it; all else may be found before the policy is asked.
REACHED = {"EINPROGRESS", "ECONNREFUSED", "EISCONN", "EALREADY", "EADDRINUSE", "EADDRNOTAVAIL", "ENETUNREACH", "EAGAIN", "EPROTOTYPE",
           "ETIMEDOUT", "ECONNRESET", "ENOTCONN"}
# A port that the system chose is told by a number of its own.
CHOSEN = 30000

LINE = re.compile(r"^\d+: (bind|connect|sendto|sendmsg) .* (stream|dgram|packets)-(4|6|unix) <\d+ (.*?)>.* = (-?\w+)")


# Each message of sendmmsg, and where it goes if it says so.
MESSAGE = re.compile(r"\[[^\]]*\](?: (dgram)-(4|6|unix) <\d+ (.*?)>)?")
JOINING = re.compile(r"^\d+: setsockopt \d+ (?:IP_ADD_MEMBERSHIP|IP_ADD_SOURCE_MEMBERSHIP|IPV6_JOIN_GROUP|\w*MCAST_JOIN\w*|\w*MEMBERSHIP|\w*JOIN\w*) ([0-9a-f.:]+) .* = 0$")


class Policy:
    """Rules, chosen by a seed."""

    def __init__(self, seed):
        chooser = random.Random(seed)
        self.rules = {"outbound": [], "inbound": []}
        for rules in self.rules.values():
            for _ in range(chooser.randrange(5)):
                rules.append((chooser.choice(["tcp", "udp"]), chooser.choice(HOSTS), chooser.choice(list(PORTS))))
            for _ in range(chooser.randrange(3)):
                rules.append(("unix", chooser.choice(UNIX), None))

    def flags(self, tag):
        """The host's."""
        for direction, rules in self.rules.items():
            for kind, host, ports in rules:
                yield f"--allow-{direction}"
                yield f"unix://{host.replace('TAG', tag)}" if ports is None else f"{kind}://{host}:{ports}"

    def permits(self, direction, kind, host, port):
        """Whether a rule names an address and a port."""
        return any(rule[0] == kind and rule[2] is not None and port in PORTS[rule[2]] and names_host(rule[1], host, direction)
                   for rule in self.rules[direction])

    def permits_unix(self, direction, name):
        """Whether a rule names a unix socket."""
        return any(rule[2] is None and (name.startswith(rule[1][:-1]) if rule[1].endswith("*") else name == rule[1])
                   for rule in self.rules[direction])


def names_host(rule, host, direction):
    if rule == "*":
        return True
    if "/" in rule:
        block = ipaddress.ip_network(rule.replace("[", "").replace("]", ""))
        # Where all addresses are, the wildcard is.
        return host.version == block.version and host in block and (not host.is_unspecified or block.prefixlen == 0)
    named = ipaddress.ip_address(rule.strip("[]"))
    if direction == "inbound" and named.is_unspecified and not host.is_multicast:
        return named.version == 6 or host.version == 4
    return host == named


def endpoint(text, direction):
    """The addresses, any of which may be meant, and the port."""
    match = re.match(r"\[?([0-9a-f.:]+)\]?:(p?)(\d+)", text)
    if match is None:
        return [], 0
    host = ipaddress.ip_address(match.group(1))
    mapped = getattr(host, "ipv4_mapped", None)
    hosts = [mapped or host]
    if direction == "outbound" and hosts[0].is_unspecified:
        loopback = [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")]
        # Which it is depends on what the socket is bound to.
        hosts = loopback if hosts[0].version == 6 else loopback[:1]
    return hosts, CHOSEN if match.group(2) else int(match.group(3))


def unix_name(text):
    """A name as rules have it; None: of those that cannot be told."""
    match = re.match(r"path (.*)/(\d+)$", text)
    if match is not None:
        parts = []
        for part in match.group(1).split("\0")[0].split("/"):
            if part == "..":
                parts = parts[:-1]
            elif part not in (".", ""):
                parts.append(part)
        return "/" + "/".join(parts)
    match = re.match(r"@(TAG\d)?/(\d+)$", text)
    if match is None:
        return "@" if text == "unnamed" else None
    name = match.group(1) or ""
    return "@" + name + "\0" * max(0, int(match.group(2)) - 1 - len(name) - (1 if name else 0) * (TAG_LENGTH - 3))


# The tag of a run has more letters than the word for it.
TAG_LENGTH = 7


def verdicts(policy, call, transport, family, text):
    """What the policy may say of a call: of True and False those that apply."""
    direction = "inbound" if call == "bind" else "outbound"
    if family == "unix":
        name = unix_name(text)
        return set() if name is None else {policy.permits_unix(direction, name)}
    hosts, port = endpoint(text, direction)
    kind = "tcp" if transport == "stream" else "udp"
    return {policy.permits(direction, kind, host, port) for host in hosts}


def wrong_of_many(policy, line):
    """What is wrong with a line of sendmmsg: a message that was sent without a rule."""
    result = re.search(r" = (\d+)( \d+)*$", line)
    if result is None or re.search(r" family |>/\d|127\.255\.255\.255| (null|wild|cut) ", line):
        return None, False
    messages = MESSAGE.findall(re.sub(r"\{.*?\}", "", line))
    judged = False
    for transport, family, text in messages[:int(result.group(1))]:
        if transport:
            judged = True
            if verdicts(policy, "sendto", transport, family, text) == {False}:
                return "no rule names it", True
    return None, judged


def wrong_of_group(policy, group):
    """What is wrong with having joined a group; its port is the socket's."""
    host = ipaddress.ip_address(group)
    if not host.is_multicast:
        return None, False
    named = any(policy.permits("inbound", "udp", host, port) for ports in PORTS.values() for port in (ports[0], ports[-1]))
    return (None if named else "no rule names it"), True


def problem(policy, line):
    """What is wrong with a line of a transcript, or None; and whether the policy decides about it."""
    if re.match(r"^\d+: sendmmsg ", line):
        return wrong_of_many(policy, line)
    joining = JOINING.match(line)
    if joining is not None:
        return wrong_of_group(policy, joining.group(1))
    match = LINE.match(line)
    # Addresses of other families or lengths are judged as what they are by the C library.
    if match is None or " family " in line or re.search(r">/\d", line) or re.search(r"127.255.255.255| (null|wild|cut) ", line):
        return None, False
    call, transport, family, text, result = match.groups()
    # A stream's data goes to its peer.
    if call.startswith("send") and (transport != "dgram" or "{" in line):
        return None, False
    said = verdicts(policy, call, transport, family, text)
    if said == {False} and (result in REACHED or re.match(r"\d", result)):
        return "no rule names it", True
    if said == {True} and result == "EACCES":
        return "a rule names it", True
    return None, len(said) == 1


def problems(policy, lines):
    """The first line that is wrong, and why, or None; and how many lines before it were judged."""
    moved, count = False, 0
    for line in lines:
        # Links may lead elsewhere.
        moved = moved or re.match(r"^\d+: (symlink|link|rename) .*= 0", line) is not None
        if moved and " path " in line:
            continue
        wrong, judged = problem(policy, line)
        if wrong is not None:
            return f"{line}: {wrong}", count
        count += judged
    return None, count
