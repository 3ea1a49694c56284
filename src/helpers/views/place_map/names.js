// Where each name stands on the live map, at every view of it. The still map follows the same rules (_callouts.py).
// A name stands beside its mark where there is room; else farther off, with a thin line back to its mark. The name of
// an oblast or a country stands inside the part of it that is in view. What finds no room is left out, and counted.
const layNames = (() => {
  const PADDING = 2, NEAR = 15, STEPS = [22, 34, 48, 64, 84, 108, 136, 168, 204, 244], TURNS = 24, ROUNDS = 4;
  const GRID = [20, 14];
  // what it costs when a name or its line does this; a name without room costs more than all of them
  const COST = {far: 10, step: 0.45, outline: 25, inside: 10, border: 26, overMark: 120, side: 2};

  const meets = (one, other, room = PADDING) => one.left < other.right + room && other.left < one.right + room
    && one.top < other.bottom + room && other.top < one.bottom + room;
  const boxAt = (left, top, size) => ({left, top, right: left + size.wide, bottom: top + size.tall});
  const nearest = (box, x, y) => [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];

  function isCrossing(a, b, c, d) {
    const turn = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
  }

  function lineMeets([a, b], box) {
    const within = p => p[0] > box.left && p[0] < box.right && p[1] > box.top && p[1] < box.bottom;
    if (Math.max(a[0], b[0]) < box.left || Math.min(a[0], b[0]) > box.right
      || Math.max(a[1], b[1]) < box.top || Math.min(a[1], b[1]) > box.bottom) return false;
    return within(a) || within(b) || isCrossing(a, b, [box.left, box.top], [box.right, box.bottom])
      || isCrossing(a, b, [box.left, box.bottom], [box.right, box.top]);
  }

  function distance([a, b], x, y) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]], length = dx * dx + dy * dy;
    const share = length ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) : 0;
    return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
  }

  // says of a spot whether it lies in a ring; where a height crosses the ring is looked up once
  function makeInside(ring) {
    const crossings = new Map();
    const crossed = y => ring.flatMap(([ax, ay], n) => {
      const [bx, by] = ring[n ? n - 1 : ring.length - 1];
      return (ay > y) === (by > y) ? [] : [ax + (y - ay) * (bx - ax) / (by - ay)];
    });
    return (x, y) => {
      if (!crossings.has(y)) crossings.set(y, crossed(y));
      return crossings.get(y).filter(one => x < one).length % 2 === 1;
    };
  }

  const touchesDisc = (box, disc, room) => {
    const [x, y] = nearest(box, disc.x, disc.y);
    return Math.hypot(x - disc.x, y - disc.y) < disc.reach + room;
  };

  function cutsOutline(box, disc) {
    const far = Math.max(...[box.left, box.right].flatMap(x => [box.top, box.bottom].map(y => Math.hypot(x - disc.x, y - disc.y))));
    return touchesDisc(box, disc, 2) && far > disc.reach - 2;
  }

  function* spots(name) {
    const {wide, tall, gap, reach} = name;
    const near = room => [[room, -tall / 2], [-room - wide, -tall / 2], [-wide / 2, -room - tall + 2], [-wide / 2, room - 2]];
    for (const [n, [x, y]] of near(gap + 4).entries()) yield [x, y, n * COST.side];
    if (reach > gap) for (const [n, [x, y]] of near(reach + 4).entries()) yield [x, y, COST.far / 2 + n * COST.side];
    for (const step of STEPS) {
      for (let turn = 0; turn < TURNS; turn++) {
        const [x, y] = [Math.cos(turn / TURNS * 2 * Math.PI), Math.sin(turn / TURNS * 2 * Math.PI)];
        const isSideways = Math.abs(x) > 0.38;
        const left = x * step - (isSideways ? (x < 0 ? wide : 0) : wide / 2);
        const top = y * step - (isSideways ? tall / 2 : (y < 0 ? tall : 0));
        yield [left, top, COST.far + step * COST.step + (turn % 2 ? 1 : 0)];
      }
    }
  }

  // the line from the edge of a mark to its name; none where the name stands right beside it, and beside no other mark
  function leaderOf(name, box, marks) {
    const far = disc => { const [x, y] = nearest(box, disc.x, disc.y); return Math.hypot(x - disc.x, y - disc.y) - disc.reach; };
    const [x, y] = nearest(box, name.x, name.y), long = Math.hypot(x - name.x, y - name.y);
    const isAlone = marks.every(mark => mark.number === name.number || far(mark) > long - name.gap + 1);
    if (long < NEAR + name.gap - 7 && isAlone) return null;
    const at = share => [name.x + (x - name.x) * share, name.y + (y - name.y) * share];
    return [at(Math.min(1, name.gap / long)), at(Math.max(name.gap, long - 2) / long)];
  }

  function price(name, box, leader, scene, laid) {
    if (box.left < 2 || box.top < 2 || box.right > scene.wide - 2 || box.bottom > scene.tall - 2) return Infinity;
    if (scene.controls.some(other => meets(box, other)) || laid.some(other => meets(box, other.box))) return Infinity;
    if (scene.marks.some(mark => mark.number !== name.number && touchesDisc(box, mark, 0))) return Infinity;
    if (laid.some(other => other.leader && lineMeets(other.leader, box))) return Infinity;
    if (leader && laid.some(other => lineMeets(leader, other.box) || other.leader && isCrossing(...leader, ...other.leader))) return Infinity;
    let cost = 0;
    for (const ring of scene.rings) {
      if (cutsOutline(box, ring)) cost += COST.outline;
      else if (ring.number !== name.number && touchesDisc(box, ring, 0)) cost += COST.inside;
    }
    if (scene.borders.some(line => lineMeets(line, box))) cost += COST.border;
    if (leader) for (const mark of scene.marks.filter(one => one.number !== name.number))
      cost += COST.overMark * Math.max(0, 1 - distance(leader, mark.x, mark.y) / (mark.reach + 1));
    return cost;
  }

  function layOne(name, scene, laid) {
    let best = null;
    for (const [x, y, basic] of spots(name)) {
      if (best && basic >= best.cost) continue;
      const box = boxAt(name.x + x, name.y + y, name), leader = leaderOf(name, box, scene.marks);
      const cost = basic + price(name, box, leader, scene, laid);
      if (cost < Infinity && (!best || cost < best.cost)) best = {name, box, leader, cost};
    }
    return best;
  }

  // the weightiest first; whoever finds no room gets an earlier turn in the next round, and the best round stays
  function layMarks(names, scene) {
    let order = [...names].sort((one, other) => other.weight - one.weight || one.number - other.number), best = null;
    for (let round = 0; round < ROUNDS; round++) {
      const laid = [], left = [];
      for (const name of order) {
        const found = layOne(name, scene, laid);
        if (found) laid.push(found); else left.push(name);
      }
      const worth = laid.reduce((sum, one) => sum + one.name.weight + 1, 0);
      if (!best || worth > best.worth) best = {worth, laid};
      if (!left.length) break;
      order = [...left, ...order.filter(name => !left.includes(name))];
    }
    return best ? best.laid : [];
  }

  // the name of an area: inside what is seen of it, off marks, rings, lines and other names, else nowhere
  function layArea(name, scene, laid) {
    const [stepX, stepY] = GRID, inside = [];
    for (let y = 4 + name.tall / 2; y < scene.tall - 4 - name.tall / 2; y += stepY)
      for (let x = 4 + name.wide / 2; x < scene.wide - 4 - name.wide / 2; x += stepX)
        if (name.covers(x, y)) inside.push([x, y]);
    if (!inside.length) return null;
    const [midX, midY] = name.wanted || [0, 1].map(n => inside.reduce((sum, spot) => sum + spot[n], 0) / inside.length);
    inside.sort((one, other) => Math.hypot(one[0] - midX, one[1] - midY) - Math.hypot(other[0] - midX, other[1] - midY));
    for (const [x, y] of inside) {
      const box = boxAt(x - name.wide / 2, y - name.tall / 2, name);
      const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]];
      const around = {left: box.left - 7, top: box.top - 7, right: box.right + 7, bottom: box.bottom + 7};
      if (name.near && !touchesDisc(box, name.near, 0)) continue;
      if (corners.every(corner => name.covers(...corner)) && !scene.borders.some(line => lineMeets(line, around))
        && ![...scene.rings, ...scene.marks].some(disc => touchesDisc(box, disc, 4))
        && !scene.controls.some(other => meets(box, other, 4)) && !laid.some(other => meets(box, other.box, 6))
        && !laid.some(other => other.leader && lineMeets(other.leader, box))) return {name, box, leader: null};
    }
    return null;
  }

  function write(name, found) {
    const {element} = name, line = element.parentNode.querySelector(".gp-leader");
    element.style.visibility = found ? "" : "hidden";
    if (line) line.remove();
    if (!found) return;
    element.style.transform = `translate(${Math.round(found.box.left - name.x)}px,${Math.round(found.box.top - name.y)}px)`;
    if (!found.leader) return;
    const [[x, y], [toX, toY]] = found.leader, drawn = document.createElement("i");
    drawn.className = "gp-leader";
    drawn.style.width = `${Math.hypot(toX - x, toY - y)}px`;
    drawn.style.transform = `translate(${x - name.x}px,${y - name.y}px) rotate(${Math.atan2(toY - y, toX - x)}rad)`;
    element.parentNode.prepend(drawn);
  }

  function readScene(map, states, numberOf) {
    const edge = map.getContainer().getBoundingClientRect(), at = latlng => map.latLngToContainerPoint(latlng);
    const path = latlngs => latlngs.map(latlng => { const {x, y} = at(latlng); return [x, y]; });
    const scene = {wide: edge.width, tall: edge.height, marks: [], rings: [], borders: [], names: [], areas: {}, at};
    scene.controls = Array.from(map.getContainer().querySelectorAll(".leaflet-control")).map(one => one.getBoundingClientRect())
      .map(box => ({left: box.left - edge.left, right: box.right - edge.left, top: box.top - edge.top, bottom: box.bottom - edge.top}));
    map.eachLayer(layer => {
      const number = numberOf(layer), about = layer.feature && layer.feature.properties;
      if (layer instanceof L.Polygon && about) {
        if (about.kind === "country") scene.areas[about.country] = makeInside(path(layer.getLatLngs()[0]));
        else if (states[number] === "hidden" || about.is_ring) return;
        else if (about.is_region) scene.areas[number] = makeInside(path(layer.getLatLngs()[0]));
        else {
          const bounds = layer.getBounds(), {x, y} = at(bounds.getCenter());
          scene.rings.push({number, x, y, reach: (at(bounds.getSouthWest()).y - at(bounds.getNorthEast()).y) / 2});
        }
      } else if (layer instanceof L.Polyline && about && about.kind === "border") {
        const points = path(layer.getLatLngs());
        for (let n = 1; n < points.length; n++) scene.borders.push([points[n - 1], points[n]]);
      } else if (layer.getLatLng && number !== undefined && states[number] !== "hidden") {
        const {x, y} = at(layer.getLatLng()), element = layer._icon && layer._icon.querySelector(".gp-name");
        if (element) scene.names.push({number, x, y, element, country: layer.options.country, wide: element.offsetWidth, tall: element.offsetHeight});
        else scene.marks.push({number, x, y, reach: about && about.is_ring ? 17 : layer._icon ? 12 : 7});
      }
    });
    const isSeen = line => line.some(([x, y]) => x > -50 && y > -50 && x < scene.wide + 50 && y < scene.tall + 50);
    scene.borders = scene.borders.filter(isSeen);
    return scene;
  }

  // Lays all names; returns how many found no room, and the numbers of the places whose name stands there.
  return (map, data, states, numberOf) => {
    const scene = readScene(map, states, numberOf);
    const isSeen = name => name.x > 0 && name.y > 0 && name.x < scene.wide && name.y < scene.tall;
    const beside = scene.names.filter(name => name.element.classList.contains("gp-name-beside"));
    const large = scene.names.filter(name => !beside.includes(name));
    const ringOf = number => scene.rings.find(ring => ring.number === number);
    beside.forEach(name => {
      const marks = scene.marks.filter(one => one.number === name.number), ring = ringOf(name.number);
      Object.assign(name, {weight: data.weights[name.number], gap: Math.max(7, ...marks.map(one => one.reach)), reach: ring ? ring.reach : 0});
    });
    const laid = layMarks(beside.filter(isSeen), scene);
    large.sort((one, other) => (other.number >= 0) - (one.number >= 0) || data.weights[other.number] - data.weights[one.number]);
    large.forEach(name => {
      const ring = scene.areas[name.number >= 0 ? name.number : name.country];
      const reach = data.reaches[name.number] * 256 * 2 ** map.getZoom() / 40_075_017 / Math.cos(map.getCenter().lat * Math.PI / 180);
      // a district has no outline here: its name stays near its point, and within its country
      const land = ring || scene.areas[data.countries[name.number]];
      name.near = ring || name.number < 0 ? null : {x: name.x, y: name.y, reach: Math.max(reach, 25)};
      name.covers = land || (() => true);
      name.wanted = name.number >= 0 && isSeen(name) ? [name.x, name.y] : null;
      const found = layArea(name, scene, laid);
      if (found) laid.push(found);
    });
    scene.names.forEach(name => write(name, laid.find(one => one.name === name)));
    // an area is in view where its name's spot is, or where the middle of the view lies in it
    const isInView = name => isSeen(name) || scene.areas[name.number] && scene.areas[name.number](scene.wide / 2, scene.tall / 2);
    const isAbsent = name => name.number >= 0 && !laid.some(one => one.name === name) && isInView(name);
    return {nameless: scene.names.filter(isAbsent).length, named: new Set(laid.map(one => one.name.number))};
  };
})();
