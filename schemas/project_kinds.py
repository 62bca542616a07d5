"""The kinds of works that `projects` and its lexicon tell apart."""

from collections.abc import Mapping

PROJECT_KINDS: Mapping[str, str] = {
    "railway": "铁路: railways and their stations",
    "road": "公路桥隧: roads, streets, bridges, tunnels",
    "transit": "城市轨道: metros and trams",
    "airport": "机场: airports",
    "waterway": "港航: ports, fairways, canals, locks",
    "water": "水利: reservoirs, diversions, irrigation, flood control, waterworks",
    "energy": "能源: power stations, grids, storage, oil and gas, mines",
    "industry": "产业: plants and production lines",
    "park": "园区: parks, zones and new towns",
    "logistics": "物流商贸: logistics, trade, markets",
    "digital": "算力: data and computing centres",
    "science": "科研: laboratories and institutes",
    "health": "医疗: hospitals and centres of health",
    "education": "教育: schools and universities",
    "culture": "文体旅游: culture, sport, parks, tourism",
    "welfare": "养老民政: care, welfare, public services",
    "city": "市政: utilities and renewal of towns",
    "environment": "环保生态: sewage, waste, restoration",
    "housing": "住房: housing",
    "farming": "农业: farmland, breeding, granaries",
}
