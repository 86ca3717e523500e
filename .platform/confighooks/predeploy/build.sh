#!/bin/sh
# A change of settings lays the source out again.
exec .platform/hooks/predeploy/build.sh
