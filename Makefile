# SPDX-License-Identifier: Apache-2.0
# `make help` lists the targets.
SHELL := /bin/bash
export PATH := $(PATH):/usr/sbin:/sbin
MVN = JAVA_HOME="$$(bin/find-jdk)" MAVEN_OPTS="$(MAVEN_FLAGS)" mvn -B -ntp
MAVEN_FLAGS := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

.PHONY: help test run lab bench leak-test format clean setup build

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

test: setup ## installs what is missing, checks and tests everything
	@$(MVN) verify

run: setup ## installs what is missing, builds, starts the demo network and opens the window
	@bin/run

lab: setup ## opens a shell in the demo network with the command line ready
	@bin/lab

bench: setup ## prints the figures of docs/benchmarks.md again
	@bin/bench

leak-test: setup ## counts what leaves beside the tunnel, whatever happens; RUNS=n SCENARIO=regex KILLS=n
	@bin/leak-test

format: setup ## formats the sources
	@$(MVN) -q spotless:apply

build: setup ## builds without testing
	@$(MVN) -q -DskipTests package

clean: ## removes what was built
	@rm -rf target */target .cache

setup:
	@bin/find-jdk >/dev/null && bin/setup
