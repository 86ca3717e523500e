#!/bin/sh
# Elastic Beanstalk runs each line of the Procfile for ever, and the first one is the web's: the release phase is Heroku's.
sed -i '/^release:/d' Procfile
