# SPDX-License-Identifier: Apache-2.0
#
# inetd.py COMMAND...: says a port of 127.0.0.1, and runs the command for each connection to it, one after the other, with
# the connection as its standard input and output.

import socket
import subprocess
import sys

with socket.create_server(("127.0.0.1", 0)) as listener:
    print("listening at", listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        with connection:
            subprocess.run(sys.argv[1:], stdin=connection, stdout=connection)
