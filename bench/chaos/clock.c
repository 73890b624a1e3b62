/* The wall clock of a process and of what it starts, moved by so many nanoseconds as the file in CHAOS_CLOCK says;
   monotonic clocks stay. The crawler child gets an environment of its own, so it is put back into what is executed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 512, ROOM = 600 };
static const volatile long long *offset;
static char preload[ROOM] = "LD_PRELOAD=", named[ROOM] = "CHAOS_CLOCK=";

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("CHAOS_CLOCK"), *self = getenv("LD_PRELOAD");
  if (!file || !self || strlen(file) > MOST || strlen(self) > MOST) return;
  strcat(preload, self);
  strcat(named, file);
  int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  void *found = mmap(NULL, sizeof *offset, PROT_READ, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (found != MAP_FAILED) offset = found;
}

int clock_gettime(clockid_t which, struct timespec *now) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(which, now);
  if (result || !offset || (which != CLOCK_REALTIME && which != CLOCK_REALTIME_COARSE)) return result;
  long long moved = now->tv_nsec + *offset % 1000000000 + 1000000000;
  now->tv_sec += *offset / 1000000000 + moved / 1000000000 - 1;
  now->tv_nsec = moved % 1000000000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec exact;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

/* The environment with ours in it, in `given`. */
static char *const *with_ours(char *const environment[], char *given[MOST + 3]) {
  int count = 0;
  if (!offset) return environment;
  for (char *const *it = environment; it && *it && count < MOST; it++)
    if (strncmp(*it, "LD_PRELOAD=", 11) && strncmp(*it, "CHAOS_CLOCK=", 12)) given[count++] = *it;
  given[count++] = preload;
  given[count++] = named;
  given[count] = NULL;
  return given;
}

int execve(const char *path, char *const arguments[], char *const environment[]) {
  static int (*real)(const char *, char *const[], char *const[]);
  if (!real) real = (int (*)(const char *, char *const[], char *const[]))dlsym(RTLD_NEXT, "execve");
  char *given[MOST + 3];
  return real(path, arguments, with_ours(environment, given));
}

/* What Python 3.13 starts processes with. */
int posix_spawn(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
  static int (*real)(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,
                     char *const[], char *const[]);
  if (!real)
    real = (int (*)(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,
                    char *const[], char *const[]))dlsym(RTLD_NEXT, "posix_spawn");
  char *given[MOST + 3];
  return real(process, path, actions, attributes, arguments, with_ours(environment, given));
}
