// SPDX-License-Identifier: Apache-2.0
// Makes the map and the flags of the window from two packages of npm. See README.md beside this file.
//
//   node make-data.mjs WORLD_ATLAS_DIR FLAG_ICONS_DIR RESOURCES_DIR
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [atlas, icons, resources] = process.argv.slice(2);
const STEPS_PER_DEGREE = 20;
const SMALLEST_TRIANGLE = 0.012; // square degrees: what a point must add to an outline to be kept
const SMALLEST_RING = 0.25; // square degrees: smaller islands are left out
const ANTARCTICA = -60; // degrees: nothing south of it

// --- the map: outlines of land, and borders between countries

const topology = JSON.parse(readFileSync(join(atlas, "countries-50m.json")));
const { scale, translate } = topology.transform;

const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return simplified(arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  }));
});

/// Visvalingam's: again and again drops the point whose triangle with its neighbours is the smallest.
function simplified(points) {
  const kept = points.slice();
  while (kept.length > 4) {
    let smallest = Infinity;
    let at = -1;
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1]);
      if (area < smallest) {
        smallest = area;
        at = i;
      }
    }
    if (smallest >= SMALLEST_TRIANGLE) {
      break;
    }
    kept.splice(at, 1);
  }
  return kept;
}

/// Near the poles a degree of longitude is short.
function triangle([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * Math.cos(by * Math.PI / 180);
}

function arcOf(index) {
  return index >= 0 ? arcs[index] : arcs[~index].slice().reverse();
}

function ringOf(indices) {
  return indices.flatMap((index, i) => (i === 0 ? arcOf(index) : arcOf(index).slice(1)));
}

/// An outline that leaves the map on one side and comes back on the other becomes one on each side.
function cutAtTheEdge(ring) {
  let turns = 0;
  const unrolled = ring.map(([x, y], i) => {
    const jump = i === 0 ? 0 : x - ring[i - 1][0];
    turns += jump > 180 ? -1 : jump < -180 ? 1 : 0;
    return [x + 360 * turns, y];
  });
  return [-360, 0, 360]
    .map((shift) => unrolled.map(([x, y]) => [x + shift, y]))
    .map((shifted) => clipped(clipped(shifted, 180, 1), -180, -1))
    .filter((piece) => piece.length > 3);
}

/// Sutherland and Hodgman's, at one meridian.
function clipped(ring, edge, side) {
  const inside = ([x]) => side * (edge - x) >= 0;
  return ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    if (inside(point) === inside(before)) {
      return inside(point) ? [point] : [];
    }
    const share = (edge - before[0]) / (point[0] - before[0]);
    const cut = [edge, before[1] + share * (point[1] - before[1])];
    return inside(point) ? [cut, point] : [cut];
  });
}

function areaOf(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  const middle = ring.reduce((total, [, y]) => total + y, 0) / ring.length;
  return Math.abs(sum) / 2 * Math.cos(middle * Math.PI / 180);
}

function polygonsOf(geometry) {
  return geometry.type === "GeometryCollection"
    ? geometry.geometries.flatMap(polygonsOf)
    : geometry.type === "Polygon" ? [geometry.arcs] : geometry.type === "MultiPolygon" ? geometry.arcs : [];
}

const rings = polygonsOf(topology.objects.land)
  .flatMap((polygon) => polygon.map(ringOf))
  .flatMap(cutAtTheEdge)
  .filter((ring) => ring.some(([, y]) => y > ANTARCTICA) && areaOf(ring) >= SMALLEST_RING);

const owners = new Map();
topology.objects.countries.geometries.forEach((country, owner) => {
  for (const index of polygonsOf(country).flat(2)) {
    const arc = index >= 0 ? index : ~index;
    owners.set(arc, (owners.get(arc) ?? new Set()).add(owner));
  }
});
const borders = [...owners].filter(([, who]) => who.size > 1).map(([arc]) => arcs[arc])
  .filter((line) => line.every(([x], i) => i === 0 || Math.abs(x - line[i - 1][0]) < 180));

const bytes = [];
function number(value) {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  while (rest > 127) {
    bytes.push(rest % 128 + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
function line(points) {
  const steps = points.map((point) => point.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE)));
  const moved = steps.filter(([x, y], i) => i === 0 || x !== steps[i - 1][0] || y !== steps[i - 1][1]);
  number(moved.length);
  moved.forEach(([x, y], i) => {
    number(i === 0 ? x : x - moved[i - 1][0]);
    number(i === 0 ? y : y - moved[i - 1][1]);
  });
}
for (const lines of [rings, borders]) {
  number(lines.length);
  lines.forEach(line);
}
mkdirSync(join(resources, "map"), { recursive: true });
writeFileSync(join(resources, "map", "world.bin"), Buffer.from(bytes));
console.log(`map: ${rings.length} outlines, ${borders.length} borders, ${bytes.length} bytes`);

// --- the flags: one small picture for each country, and the names that lead to it

const countries = JSON.parse(readFileSync(join(icons, "country.json"))).filter(({ code }) => code.length === 2);
mkdirSync(join(resources, "flag"), { recursive: true });
for (const { code, flag_4x3 } of countries) {
  execFileSync("rsvg-convert", ["-w", "40", "-h", "30", join(icons, flag_4x3), "-o", join(resources, "flag", `${code}.png`)]);
}
// As people type them who have no accents at hand, so that the window need not work that out while it opens.
const plain = (name) => name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const names = countries.map(({ code, name }) => `${code} ${plain(name)}`).sort();
writeFileSync(join(resources, "flag", "names.txt"), names.join("\n") + "\n");
console.log(`flags: ${names.length}`);
