#ifndef JIUGAI_CZEROMQ_SHIM_H
#define JIUGAI_CZEROMQ_SHIM_H

#include <zmq.h>
#include <sys/eventfd.h>

/* Debian's zmq.h leaves this option out, yet the library takes it: without it a missing ZAP handler lets anyone in. */
#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93
#endif

#endif
