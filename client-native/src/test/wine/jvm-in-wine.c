/* SPDX-License-Identifier: Apache-2.0
 *
 * A JVM for Linux in a process of Wine, so that our code for Windows meets Wine's kernel32, advapi32 and the rest:
 *
 *   jvm-in-wine libjvm.so stubs.so [-option...] main/Class [word...]
 *
 * Java's threads are none of Wine's, and Wine's functions may only be called by threads of Wine. So each thread that
 * calls one has a thread of Wine of its own, which calls for it (what is kept for each thread, as who it is
 * impersonating and the last error, stays right), and what Wine calls back is called by a thread that is none of its.
 * stubs.c is what JNA and the JDK find instead of the libraries of Windows.
 */
#define _GNU_SOURCE
#include <windows.h>
#include <dlfcn.h>
#include <errno.h>
#include <jni.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS 12
#define CALLBACKS 16
#define STACK (8 << 20)

typedef ULONG_PTR (WINAPI *function)(ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
    ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR);

struct worker {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int busy;
    function called;
    ULONG_PTR words[WORDS], answer;
    DWORD error;
};

static const char *libraries[] = {
    "kernel32.dll", "advapi32.dll", "iphlpapi.dll", "fwpuclnt.dll", "dnsapi.dll", "shell32.dll", "user32.dll",
    "wireguard.dll", NULL};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct worker *wanted;
static __thread struct worker *mine;
static int count;
static char **arguments;

/* Does what it is told, once. */
static void once(struct worker *w)
{
    const ULONG_PTR *a = w->words;
    SetLastError(w->error);
    w->answer = w->called(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    w->error = GetLastError();
    w->busy = 0;
    pthread_cond_broadcast(&w->changed);
}

static DWORD WINAPI work(void *of)
{
    struct worker *w = of;
    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (!w->busy) pthread_cond_wait(&w->changed, &w->lock);
        once(w);
    }
    return 0;
}

static void call(struct worker *w, function called, const ULONG_PTR *words)
{
    pthread_mutex_lock(&w->lock);
    w->called = called;
    memcpy(w->words, words, sizeof w->words);
    w->busy = 1;
    pthread_cond_broadcast(&w->changed);
    while (w->busy) pthread_cond_wait(&w->changed, &w->lock);
    pthread_mutex_unlock(&w->lock);
}

static ULONG_PTR WINAPI find(ULONG_PTR name, ULONG_PTR b, ULONG_PTR c, ULONG_PTR d, ULONG_PTR e, ULONG_PTR f,
    ULONG_PTR g, ULONG_PTR h, ULONG_PTR i, ULONG_PTR j, ULONG_PTR k, ULONG_PTR l)
{
    for (int n = 0; libraries[n]; n++) {
        HMODULE library = LoadLibraryA(libraries[n]);
        FARPROC found = library ? GetProcAddress(library, (const char *)name) : NULL;
        if (found) return (ULONG_PTR)found;
    }
    return 0;
}

/* Callbacks: Wine calls a slot by its own convention, and a thread that is none of Wine's calls what is in it. */
typedef ULONG_PTR (*callback)(ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR);

struct relay {
    callback called;
    ULONG_PTR words[4], answer;
    struct worker back;
    int done;
};

static callback slots[CALLBACKS];
static int used;

static void *relayed(void *of)
{
    struct relay *r = of;
    mine = &r->back;
    r->answer = r->called(r->words[0], r->words[1], r->words[2], r->words[3]);
    pthread_mutex_lock(&r->back.lock);
    r->done = 1;
    pthread_cond_broadcast(&r->back.changed);
    pthread_mutex_unlock(&r->back.lock);
    return NULL;
}

/* What is called back may call Wine again, and means this thread by it: a window's messages are answered by the thread
 * that it belongs to. */
static ULONG_PTR relay(int slot, ULONG_PTR a, ULONG_PTR b, ULONG_PTR c, ULONG_PTR d)
{
    struct relay r = {.called = slots[slot], .words = {a, b, c, d}};
    pthread_t thread;
    pthread_attr_t large;
    pthread_mutex_init(&r.back.lock, NULL);
    pthread_cond_init(&r.back.changed, NULL);
    pthread_attr_init(&large);
    pthread_attr_setstacksize(&large, STACK);
    pthread_mutex_lock(&r.back.lock);
    if (pthread_create(&thread, &large, relayed, &r)) abort();
    while (!r.done) {
        if (r.back.busy) once(&r.back);
        else pthread_cond_wait(&r.back.changed, &r.back.lock);
    }
    pthread_mutex_unlock(&r.back.lock);
    pthread_join(thread, NULL);
    return r.answer;
}

#define SLOT(n) static ULONG_PTR WINAPI slot##n(ULONG_PTR a, ULONG_PTR b, ULONG_PTR c, ULONG_PTR d) \
    { return relay(n, a, b, c, d); }
SLOT(0) SLOT(1) SLOT(2) SLOT(3) SLOT(4) SLOT(5) SLOT(6) SLOT(7)
SLOT(8) SLOT(9) SLOT(10) SLOT(11) SLOT(12) SLOT(13) SLOT(14) SLOT(15)
static void *entries[] = {slot0, slot1, slot2, slot3, slot4, slot5, slot6, slot7,
    slot8, slot9, slot10, slot11, slot12, slot13, slot14, slot15};

static ULONG_PTR slot_for(ULONG_PTR of)
{
    pthread_mutex_lock(&lock);
    if (used == CALLBACKS) abort();
    slots[used] = (callback)of;
    ULONG_PTR entry = (ULONG_PTR)entries[used++];
    pthread_mutex_unlock(&lock);
    return entry;
}

static void wrap_callbacks(const char *name, ULONG_PTR *words)
{
    if (!strcmp(name, "StartServiceCtrlDispatcherW")) {
        ((ULONG_PTR *)words[0])[1] = slot_for(((ULONG_PTR *)words[0])[1]);
    } else if (!strcmp(name, "RegisterServiceCtrlHandlerExW") || !strncmp(name, "Notify", 6)) {
        words[1] = slot_for(words[1]);
    } else if (!strcmp(name, "RegisterClassExW")) {
        ((ULONG_PTR *)words[0])[1] = slot_for(((ULONG_PTR *)words[0])[1]);
    } else if (!strcmp(name, "FwpmFilterSubscribeChanges0")) {
        words[2] = slot_for(words[2]);
    }
}

/* What is read later than it is asked for: Wine refuses to write into memory that it has not given out, so it writes
 * into some of its own, which is copied when the result is fetched. */
struct reading {
    ULONG_PTR overlapped, own;
    void *into;
    struct reading *next;
};

static struct reading *readings;

static void read_later(ULONG_PTR *words)
{
    struct reading *r = calloc(1, sizeof *r);
    ULONG_PTR asked[WORDS] = {0, words[2], MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE};
    call(mine, (function)VirtualAlloc, asked);
    r->overlapped = words[4];
    r->into = (void *)words[1];
    r->own = words[1] = mine->answer;
    pthread_mutex_lock(&lock);
    r->next = readings;
    readings = r;
    pthread_mutex_unlock(&lock);
}

static void fetch(const ULONG_PTR *words, int succeeded)
{
    pthread_mutex_lock(&lock);
    struct reading **at = &readings;
    while (*at && (*at)->overlapped != words[1]) at = &(*at)->next;
    struct reading *r = *at;
    if (r) *at = r->next;
    pthread_mutex_unlock(&lock);
    if (!r) return;
    if (succeeded) memcpy(r->into, (void *)r->own, *(DWORD *)words[2]);
    ULONG_PTR asked[WORDS] = {r->own, 0, MEM_RELEASE};
    call(mine, (function)VirtualFree, asked);
    free(r);
}

static unsigned long gate(void **found, const char *name, const unsigned long *of)
{
    ULONG_PTR words[WORDS];
    memcpy(words, of, sizeof words);
    if (!mine) {
        struct worker *w = calloc(1, sizeof *w);
        pthread_mutex_init(&w->lock, NULL);
        pthread_cond_init(&w->changed, NULL);
        pthread_mutex_lock(&lock);
        while (wanted) pthread_cond_wait(&changed, &lock);
        wanted = w;
        pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
        mine = w;
    }
    if (!*found) {
        ULONG_PTR asked[WORDS] = {(ULONG_PTR)name};
        DWORD before = mine->error;
        call(mine, find, asked);
        mine->error = before;
        if (!mine->answer) {
            fprintf(stderr, "Wine has no %s\n", name);
            abort();
        }
        *found = (void *)mine->answer;
    }
    wrap_callbacks(name, words);
    if (!strcmp(name, "ReadFile")) read_later(words);
    call(mine, (function)*found, words);
    ULONG_PTR answer = mine->answer;
    DWORD error = mine->error;
    if (!strcmp(name, "GetOverlappedResult")) fetch(words, answer != 0);
    /* Refused at once, nobody fetches it: whatever has its place in memory next would get what was read. */
    if (!strcmp(name, "ReadFile") && !answer && error != ERROR_IO_PENDING) {
        const ULONG_PTR never[] = {0, words[4]};
        fetch(never, 0);
    }
    mine->error = errno = error;
    return answer;
}

static void leave(jint code)
{
    fflush(NULL);
    _exit(code);
}

static void *java(void *unused)
{
    void *jvm = dlopen(arguments[1], RTLD_NOW | RTLD_GLOBAL);
    void *stubs = dlopen(arguments[2], RTLD_NOW);
    if (!jvm || !stubs) {
        fprintf(stderr, "%s\n", dlerror());
        leave(3);
    }
    jint (*create)(JavaVM **, void **, void *) = dlsym(jvm, "JNI_CreateJavaVM");
    *(void **)dlsym(stubs, "ginnel_gate") = (void *)gate;
    JavaVM *vm;
    JNIEnv *env;
    JavaVMOption options[64] = {{"exit", (void *)leave}};
    int given = 1, i = 3;
    for (; i < count && arguments[i][0] == '-' && given < 64; i++) options[given++].optionString = arguments[i];
    JavaVMInitArgs how = {JNI_VERSION_10, given, options, JNI_FALSE};
    if (i >= count || create(&vm, (void **)&env, &how)) leave(3);
    jclass main = (*env)->FindClass(env, arguments[i++]);
    jmethodID method = main ? (*env)->GetStaticMethodID(env, main, "main", "([Ljava/lang/String;)V") : NULL;
    if (method) {
        jobjectArray words = (*env)->NewObjectArray(env, count - i, (*env)->FindClass(env, "java/lang/String"), NULL);
        for (int n = i; n < count; n++) {
            (*env)->SetObjectArrayElement(env, words, n - i, (*env)->NewStringUTF(env, arguments[n]));
        }
        (*env)->CallStaticVoidMethod(env, main, method, words);
    }
    int failed = (*env)->ExceptionCheck(env);
    if (failed) (*env)->ExceptionDescribe(env);
    (*vm)->DestroyJavaVM(vm);
    leave(failed);
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    pthread_attr_t large;
    count = argc;
    arguments = argv;
    pthread_attr_init(&large);
    pthread_attr_setstacksize(&large, STACK);
    if (argc < 4 || pthread_create(&thread, &large, java, NULL)) return 3;
    pthread_mutex_lock(&lock);
    for (;;) {
        while (!wanted) pthread_cond_wait(&changed, &lock);
        CloseHandle(CreateThread(NULL, 0, work, wanted, 0, NULL));
        wanted = NULL;
        pthread_cond_broadcast(&changed);
    }
}
