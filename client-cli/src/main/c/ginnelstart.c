/* SPDX-License-Identifier: Apache-2.0
 *
 * Starts the JVM of the command line. When the words are those of a plain `connect --wait`, it first asks the daemon, so
 * that the tunnel is being built while the JVM starts; the JVM takes the connection over, reads the answer and tells it.
 * For all other words, and whenever anything is in the way, it just starts the JVM.
 *
 *     ginnel-start COUNT JAVA OPTION... MAIN [WORD...]      COUNT words up to and with MAIN
 *
 * frames.h is written by `Front`, with the daemon's own codec: HELLO and CONNECT_FASTEST are whole frames,
 * CHOSEN_BEFORE and CHOSEN_AFTER what stands around the server's id in the text of another.
 */
#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "frames.h"

#define LONGEST_ID 64
#define CANNOT_START 127

/* Whether it may be a server's id, and stands in JSON as it is. A city without digits and hyphens is no id. */
static int is_id(const char *word) {
    size_t length = strlen(word);
    if (length > LONGEST_ID || strpbrk(word, "-0123456789") == NULL || !isalnum((unsigned char)word[0])) return 0;
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)word[i]) && word[i] != '-') return 0;
    return 1;
}

/* Whether the words are `connect`, `--wait`, and perhaps `--fastest` or one id, which is then in `id`. */
static int is_plain(char **words, const char **id) {
    int wait = 0, fastest = 0;
    if (*words == NULL || strcmp(*words, "connect") != 0) return 0;
    while (*++words != NULL) {
        if (strcmp(*words, "--wait") == 0 && !wait) wait = 1;
        else if (strcmp(*words, "--fastest") == 0 && !fastest) fastest = 1;
        else if (*id == NULL && is_id(*words)) *id = *words;
        else return 0;
    }
    return wait && !(fastest && *id != NULL);
}

/* Answers -1 when nobody listens, or not at once. */
static int connected(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const char *named = getenv("GINNEL_SOCKET");
    if (named == NULL || named[strspn(named, " \t\r\n\f\v")] == 0) named = INSTALLED_SOCKET;
    if (strlen(named) >= sizeof(address.sun_path)) return -1;
    strcpy(address.sun_path, named);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* Into `frames`, which has room for all of them; answers how many bytes. */
static size_t written(unsigned char *frames, const char *id) {
    size_t at = sizeof(HELLO);
    memcpy(frames, HELLO, at);
    if (id == NULL) {
        memcpy(frames + at, CONNECT_FASTEST, sizeof(CONNECT_FASTEST));
        return at + sizeof(CONNECT_FASTEST);
    }
    size_t length = sizeof(CHOSEN_BEFORE) + strlen(id) + sizeof(CHOSEN_AFTER);
    frames[at++] = 0;
    frames[at++] = 0;
    frames[at++] = (unsigned char)(length >> 8);
    frames[at++] = (unsigned char)length;
    memcpy(frames + at, CHOSEN_BEFORE, sizeof(CHOSEN_BEFORE));
    at += sizeof(CHOSEN_BEFORE);
    memcpy(frames + at, id, strlen(id));
    at += strlen(id);
    memcpy(frames + at, CHOSEN_AFTER, sizeof(CHOSEN_AFTER));
    return at + sizeof(CHOSEN_AFTER);
}

/* Answers the connection on which the daemon was asked, or -1. */
static int asked(char **words) {
    unsigned char frames[sizeof(HELLO) + sizeof(CONNECT_FASTEST) + 4 + sizeof(CHOSEN_BEFORE) + LONGEST_ID + sizeof(CHOSEN_AFTER)];
    const char *id = NULL;
    if (!is_plain(words, &id)) return -1;
    int fd = connected();
    if (fd < 0) return -1;
    size_t length = written(frames, id);
    if (send(fd, frames, length, MSG_NOSIGNAL) != (ssize_t)length || fcntl(fd, F_SETFL, 0) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

int main(int argc, char **argv) {
    char property[sizeof("-Dginnel.asked=") + 11];
    int count = argc > 1 ? atoi(argv[1]) : 0;
    if (count < 2 || argc < 2 + count) {
        fputs("ginnel-start: is called by the launcher `ginnel` only\n", stderr);
        return CANNOT_START;
    }
    int fd = asked(argv + 2 + count);
    if (fd >= 0) {
        /* Over what is not needed any more: the program's own name and the count. */
        snprintf(property, sizeof(property), "-Dginnel.asked=%d", fd);
        argv[1] = argv[2];
        argv[2] = property;
        execv(argv[1], argv + 1);
    } else {
        execv(argv[2], argv + 2);
    }
    perror("ginnel: the Java runtime that belongs to it does not start");
    return CANNOT_START;
}
