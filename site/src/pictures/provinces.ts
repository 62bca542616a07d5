/**
 * The provinces of GB/T 2260 as a grid of tiles: each about where it lies from its neighbours. A map of tiles needs no
 * server, no outline of a border, and shows small provinces as well as large ones.
 */
export interface Tile {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly column: number;
  readonly row: number;
}

const GRID: readonly (readonly [string, string, string, number, number])[] = [
  ['23', '黑龙江', 'Heilongjiang', 8, 0],
  ['15', '内蒙古', 'Inner Mongolia', 6, 1],
  ['22', '吉林', 'Jilin', 8, 1],
  ['65', '新疆', 'Xinjiang', 0, 2],
  ['62', '甘肃', 'Gansu', 2, 2],
  ['64', '宁夏', 'Ningxia', 4, 2],
  ['11', '北京', 'Beijing', 6, 2],
  ['12', '天津', 'Tianjin', 7, 2],
  ['21', '辽宁', 'Liaoning', 8, 2],
  ['63', '青海', 'Qinghai', 2, 3],
  ['61', '陕西', 'Shaanxi', 4, 3],
  ['14', '山西', 'Shanxi', 5, 3],
  ['13', '河北', 'Hebei', 6, 3],
  ['37', '山东', 'Shandong', 7, 3],
  ['54', '西藏', 'Xizang', 0, 4],
  ['51', '四川', 'Sichuan', 3, 4],
  ['50', '重庆', 'Chongqing', 4, 4],
  ['41', '河南', 'Henan', 5, 4],
  ['34', '安徽', 'Anhui', 6, 4],
  ['32', '江苏', 'Jiangsu', 7, 4],
  ['31', '上海', 'Shanghai', 8, 4],
  ['53', '云南', 'Yunnan', 3, 5],
  ['52', '贵州', 'Guizhou', 4, 5],
  ['42', '湖北', 'Hubei', 5, 5],
  ['36', '江西', 'Jiangxi', 6, 5],
  ['33', '浙江', 'Zhejiang', 7, 5],
  ['45', '广西', 'Guangxi', 4, 6],
  ['43', '湖南', 'Hunan', 5, 6],
  ['44', '广东', 'Guangdong', 6, 6],
  ['35', '福建', 'Fujian', 7, 6],
  ['71', '台湾', 'Taiwan', 8, 6],
  ['46', '海南', 'Hainan', 4, 7],
  ['82', '澳门', 'Macao', 5, 7],
  ['81', '香港', 'Hong Kong', 6, 7],
];

export const TILES: readonly Tile[] = GRID.map(([code, zh, en, column, row]) => ({
  code,
  zh,
  en,
  column,
  row,
}));
