/* SPDX-License-Identifier: Apache-2.0
 *
 * The five system calls that a client of the daemon needs. The JDK's own socket channels load its cryptography before the
 * first of them (a random name for a case that we do not have), which takes a command line that ends after 40 ms 15 of them.
 *
 * Each answers a number of at least zero, or minus errno. Buffers are bounded by the caller's array and by BLOCK.
 */
#include <errno.h>
#include <jni.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define BLOCK 8192

static jint answer(long result) { return (jint)(result < 0 ? -errno : result); }

JNIEXPORT jint JNICALL Java_org_ginnel_control_SystemSocket_connect(JNIEnv *env, jclass self, jbyteArray path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    jsize length = (*env)->GetArrayLength(env, path);
    (void)self;
    if (length < 1 || (size_t)length >= sizeof(address.sun_path)) return -ENAMETOOLONG;
    (*env)->GetByteArrayRegion(env, path, 0, length, (jbyte *)address.sun_path);
    if (memchr(address.sun_path, 0, (size_t)length) != NULL) return -EINVAL;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    if (connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        int why = errno;
        close(fd);
        return -why;
    }
    return fd;
}

/* Answers zero at the end. */
JNIEXPORT jint JNICALL Java_org_ginnel_control_SystemSocket_read(JNIEnv *env, jclass self, jint fd, jbyteArray into, jint from, jint count) {
    char block[BLOCK];
    ssize_t got;
    (void)self;
    if (count > BLOCK) count = BLOCK;
    do got = recv(fd, block, (size_t)count, 0);
    while (got < 0 && errno == EINTR);
    if (got > 0) (*env)->SetByteArrayRegion(env, into, from, (jsize)got, (const jbyte *)block);
    return answer(got);
}

/* Answers how much was taken, which may be less. */
JNIEXPORT jint JNICALL Java_org_ginnel_control_SystemSocket_write(JNIEnv *env, jclass self, jint fd, jbyteArray of, jint from, jint count) {
    char block[BLOCK];
    ssize_t put;
    (void)self;
    if (count > BLOCK) count = BLOCK;
    (*env)->GetByteArrayRegion(env, of, from, count, (jbyte *)block);
    if ((*env)->ExceptionCheck(env)) return -EINVAL;
    do put = send(fd, block, (size_t)count, MSG_NOSIGNAL);
    while (put < 0 && errno == EINTR);
    return answer(put);
}

JNIEXPORT jint JNICALL Java_org_ginnel_control_SystemSocket_shutdown(JNIEnv *env, jclass self, jint fd) {
    (void)env, (void)self;
    return answer(shutdown(fd, SHUT_RDWR));
}

JNIEXPORT jint JNICALL Java_org_ginnel_control_SystemSocket_close(JNIEnv *env, jclass self, jint fd) {
    (void)env, (void)self;
    return answer(close(fd));
}
