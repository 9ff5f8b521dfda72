// SPDX-License-Identifier: Apache-2.0

#ifndef MESSAGE_H
#define MESSAGE_H

// Control messages, of control.c.

/// Gives a message random control messages, in order or not; said.
void some_control(struct msghdr *head);
/// Room for control messages that is cut somewhere; said without the lengths of heads, which differ.
size_t some_control_space(void);
/// Says what came, and takes the descriptors among it.
void say_control(struct msghdr *head);

#endif
