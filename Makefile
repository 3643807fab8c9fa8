# SPDX-License-Identifier: Apache-2.0
# `make help` lists the targets.
SHELL := /bin/bash
export PATH := $(PATH):/usr/sbin:/sbin
MVN = JAVA_HOME="$$(bin/find-jdk)" MAVEN_OPTS="$(MAVEN_FLAGS)" mvn -B -ntp
# A build is over before it is worth to optimise: without the second compiler it takes a third less of the processor.
MAVEN_FLAGS := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

.PHONY: help test run lab image package package-test reproduce bench leak-test screenshots format clean setup build

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

test: setup ## installs what is missing, checks and tests everything
	@$(MVN) -T 2 verify -DskipTests -DskipLab
	@$(MVN) verify -Dcompiled

run: setup ## installs what is missing, builds, starts the demo network and opens the window
	@bin/run

lab: setup ## opens a shell in the demo network with the command line ready
	@bin/lab

image: build ## makes the runtime image that packages are made of, with its caches
	@bin/image

package: setup ## makes .deb, .rpm and archive, with a bill of materials and sums, in packaging/target/packages
	@$(MVN) -q -DskipTests -Dcyclonedx.skip=false $(RELEASE) package
	@bin/package

package-test: package ## tests image and packages for real: as root, in a root that is thrown away
	@$(MVN) -q verify -pl packaging -am -DskipLab -Dtest='*PackageTest' -Dexcluded.tests=none -Dsurefire.failIfNoSpecifiedTests=false

reproduce: ## builds what is committed twice, elsewhere, and compares the jars
	@bin/reproduce

bench: build ## prints the figures of docs/benchmarks.md again
	@bin/bench

leak-test: build ## counts what leaves beside the tunnel, whatever happens; RUNS=n SCENARIO=regex KILLS=n
	@bin/leak-test

screenshots: setup ## draws every screen in both themes, five languages and two sizes of text into docs/screenshots
	@fc-list :lang=ja | grep -q . || echo "For Japanese install: fonts-ipafont-gothic"
	@$(MVN) -q -Dquick verify -pl client-ui -am -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dginnel.screenshots="$(CURDIR)/docs/screenshots"

format: setup ## formats the sources
	@$(MVN) -q spotless:apply

build: setup ## builds without testing
	@$(MVN) -q -DskipTests package

clean: ## removes what was built
	@rm -rf target */target .cache

setup:
	@bin/find-jdk >/dev/null && bin/setup
