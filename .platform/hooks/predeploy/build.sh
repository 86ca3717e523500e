#!/bin/sh
# Elastic Beanstalk has installed the packages and builds nothing by itself.
[ -e .next/standalone/glasshouse.mjs ] || npm run build
